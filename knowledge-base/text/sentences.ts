// Where one sentence ends and the next begins. Written for policies: abbreviations, versions ("1.2+"), decimals,
// addresses and file names do not end a sentence; two sentences glued without a space do part.

const ABBREVIATION =
  /(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|cf|viz|approx|incl|excl|resp|max|min|no|nos|art|sec|fig|ref|ver|vol|p|pp|st|mr|mrs|ms|dr|prof|inc|ltd|pvt|corp|co|llc|plc|gmbh|dept|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|e\.u|a\.m|p\.m|[a-z])\.$/i;
const ENDS_COMPANY = /(?:inc|ltd|pvt|corp|co|llc|plc|etc|a\.m|p\.m|u\.s|u\.k|e\.u)\.$/i;
/** "Annex A.", "tier C.": a letter after a common noun, where an initial stands after a name or "by". */
const LETTERED =
  /(?:annex|appendix|option|tier|class|category|grade|level|plan|group|type|section) [A-Z]\.$/i;

/** A stretch of a text, offsets in characters, blanks around it left out. */
export interface Stretch {
  from: number;
  to: number;
}

/** The sentences of a text in order; together they hold every character that is not a blank. */
export function sentences(text: string): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from] ?? '')) from += 1;
    while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
    if (to > from) out.push({ from, to });
    start = end;
  };
  for (const match of text.matchAll(/[.!?\u2026]+["'\u201D\u2019)\]*_]*|\n/g)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    if (endsAt(text, start, match.index, end)) close(end);
  }
  close(text.length);
  return out;
}

function endsAt(text: string, start: number, mark: number, end: number): boolean {
  const before = text.slice(start, end);
  const after = text.slice(end);
  if (text[mark] === '\n')
    return (
      /[.!?:;]\s*$/.test(text.slice(start, mark)) ||
      /^\s*(?:[-*\u2022\u2013]|\d+[.)])\s/.test(after) ||
      /^\s*\n/.test(after)
    );
  if (/^\s*$/.test(after)) return true;
  if (!/^\s/.test(after)) return glued(text, mark, end);
  const next = /^\s+["'\u201C\u2018([*_]*(\S)/u.exec(after)?.[1] ?? '';
  if (/[!?]/.test(text[mark] ?? '')) return /[\p{Lu}\p{N}]/u.test(next);
  if (/\u2026|\.\./.test(before.slice(-3))) return /\p{Lu}/u.test(next);
  if (ABBREVIATION.test(before))
    return (ENDS_COMPANY.test(before) || LETTERED.test(before)) && startsSentence(after);
  if (/^\s*(?:\d+|[a-z]|[ivx]+)\.$/i.test(before)) return false;
  return /[\p{Lu}\p{N}]/u.test(next) || /^\s+\p{Ll}\p{Lu}/u.test(after);
}

/** After "Ltd." or "etc." a new sentence is believed only when it opens with a usual opening word. */
function startsSentence(after: string): boolean {
  return /^\s+(?:The|We|Our|All|This|These|It|If|In|For|A|An|Each|Any|No|Access|Data|You|They)\b(?!\.)/.test(
    after,
  );
}

/** "…certifications.Contact: …" is two sentences; "zapro.ai", "Node.js", "1.2" and "v2.Beta" are not. */
function glued(text: string, mark: number, end: number): boolean {
  const before =
    /(?:[\p{Ll})\]"]{3,}|\p{N}[)\]"]+)$/u.test(text.slice(Math.max(0, mark - 4), mark)) &&
    !/[@/\\]\S*$/.test(text.slice(0, mark));
  return before && /^\p{Lu}\p{Ll}+(?=[\s:,;])/u.test(text.slice(end));
}
