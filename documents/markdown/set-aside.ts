// What stands around CommonMark in real policy files and would be misread by its parser: YAML front matter,
// `:::` admonitions (Docusaurus, VitePress), HTML tables, module imports of MDX. Their lines are blanked before
// parsing, so every other line keeps its number.

export interface SetAside {
  /** The source with the set-aside lines emptied. */
  source: string;
  /** `title` of the front matter. */
  title: string | null;
  /** Line ranges (from 1) inside an admonition, and its own title when it states one. */
  notes: { from: number; to: number; title: string | null }[];
  /** HTML tables with the line they start on. */
  tables: { line: number; html: string }[];
}

export function setAside(text: string): SetAside {
  const lines = text.split('\n');
  const result: SetAside = { source: '', title: null, notes: [], tables: [] };
  let at = frontMatter(lines, result);
  let fence: string | null = null;
  const open: { from: number; title: string | null }[] = [];
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fenceMark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (fenceMark?.startsWith(fence) && line.trim() === fenceMark) fence = null;
      continue;
    }
    if (fenceMark) {
      fence = fenceMark;
      continue;
    }
    const admonition = /^\s*:{3,}\s*(.*?)\s*$/.exec(line);
    if (admonition) {
      lines[at] = '';
      const words = admonition[1] ?? '';
      if (words !== '') open.push({ from: at + 1, title: admonitionTitle(words) });
      else {
        const note = open.pop();
        if (note) result.notes.push({ ...note, to: at + 1 });
      }
    } else if (/^\s*<table\b/i.test(line)) {
      const end = lines.findIndex((other, index) => index >= at && /<\/table\s*>/i.test(other));
      if (end < 0) continue;
      result.tables.push({ line: at + 1, html: lines.slice(at, end + 1).join('\n') });
      lines.fill('', at, end + 1);
      at = end;
    } else if (
      /^(?:import\s.+\sfrom\s+['"].+['"];?|import\s+['"].+['"];?|export\s+(?:const|default)\s.*)$/.test(line)
    )
      lines[at] = '';
  }
  for (const note of open) result.notes.push({ ...note, to: lines.length });
  result.source = lines.join('\n');
  return result;
}

/** Blanks YAML front matter, keeps its title, and returns the first line after it. */
function frontMatter(lines: string[], result: SetAside): number {
  if (!/^---\s*$/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  // A rule at the top and no `key:` after it is a rule, not front matter.
  if (end < 0 || !/^[\w-]+\s*:/.test(lines.slice(1, end).find(line => line.trim() !== '') ?? 'x:')) return 0;
  const title = lines.slice(1, end).find(line => /^title\s*:/i.test(line));
  if (title)
    result.title =
      title
        .replace(/^title\s*:\s*/i, '')
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim() || null;
  lines.fill('', 0, end + 1);
  return end + 1;
}

/** ":::tip[Title]", ":::note Title", ":::info" (null). */
function admonitionTitle(words: string): string | null {
  const match = /^\{?[\w-]+\}?\s*(?:\[(.*)\]|(.*?))\s*(?:\{.*\})?$/.exec(words);
  return (match?.[1] ?? match?.[2])?.trim() || null;
}
