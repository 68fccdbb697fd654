// What must not reach a customer: markers of our own citations, notes to ourselves, other customers' names, the
// people who reviewed. Found by shape or by the names this workspace knows; a person decides.
export interface LeakNames {
  /** Other customers of the workspace. */
  customers: readonly string[];
  /** People who assign, comment and approve here. */
  people: readonly string[];
  /** What people said in comments. */
  comments: readonly string[];
}

export interface Leak {
  /** In words: 'a citation marker "[1]"'. */
  what: string;
}

const shapes: readonly { what: string; shape: RegExp }[] = [
  {
    what: 'a citation marker',
    shape: /\[(?:\d{1,3}|[a-z]{1,2}\d{1,3}|source|ref|citation)(?:[,;–-]\s*\d{1,3})*\]/iu,
  },
  { what: 'a source note', shape: /[([](?:source|sources|see|cf|ref|quelle|fuente)\s*:[^)\]]*[)\]]/iu },
  { what: 'a source note', shape: /【[^】]*】/u },
  { what: 'an internal note', shape: /\b(?:TODO|TBD|TBC|FIXME|XXX)\b/u },
  {
    what: 'an internal note',
    shape: /\b(?:internal (?:only|note|use)|do not (?:send|share)|not for customers?|draft answer)\b/iu,
  },
  {
    what: 'an internal note',
    shape: /[[(<{]\s*(?:note|internal|comment|check|ask|verify)\b[^\])>}]*[\])>}]/iu,
  },
  {
    what: 'an internal link',
    shape: /\bhttps?:\/\/(?:localhost|[\w.-]+\.(?:internal|local|corp|lan))\b[^\s]*/iu,
  },
  { what: 'a placeholder', shape: /\{\{[^}]*\}\}|<(?:insert|company|customer|name)[^>]*>|\blorem ipsum\b/iu },
];

const SHORTEST_NAME = 3;
const SHORTEST_QUOTE = 25;

export function leaksIn(text: string, names: LeakNames): Leak[] {
  const found = shapes.flatMap(({ what, shape }) => {
    const hit = shape.exec(text);
    return hit ? [{ what: `${what} "${hit[0]}"` }] : [];
  });
  for (const name of names.customers)
    if (mentions(text, name)) found.push({ what: `another customer's name "${name}"` });
  for (const name of names.people)
    if (mentions(text, name)) found.push({ what: `a reviewer's name "${name}"` });
  for (const comment of names.comments) {
    const said = comment.trim();
    if (said.length >= SHORTEST_QUOTE && text.toLowerCase().includes(said.toLowerCase())) {
      found.push({ what: 'the words of a comment' });
    }
  }
  return found;
}

/** The name as whole words, in any case. */
function mentions(text: string, name: string): boolean {
  const plain = name.trim();
  if (plain.length < SHORTEST_NAME) return false;
  const escaped = plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
