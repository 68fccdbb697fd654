// A light stemmer of our own: it takes off inflection (plurals, -ed, -ing) and nothing else, because the field's
// vocabulary separates words that stronger stemmers join (controller and control, security and secure).

const KEEP = new Set(
  'aws ios dns https sas ids ips bias basis analysis tls does has was is this his its us gas always business access process less address loss miss pass press across previous continuous various virus status campus bus canvas kubernetes series news breed need speed feed seed exceed proceed succeed indeed during thing nothing something anything everything string ring king bring spring sing wing being red bed shed'.split(
    ' ',
  ),
);
const IRREGULAR: Record<string, string> = {
  kept: 'keep',
  stored: 'store',
  held: 'hold',
  sent: 'send',
  built: 'build',
  ran: 'run',
  done: 'do',
  made: 'make',
  left: 'leave',
  leaving: 'leave',
  taken: 'take',
  took: 'take',
  given: 'give',
  gave: 'give',
  written: 'write',
  wrote: 'write',
  known: 'know',
  seen: 'see',
  sold: 'sell',
  lost: 'lose',
  broken: 'break',
  stolen: 'steal',
  people: 'person',
  children: 'child',
  staff: 'staff',
  data: 'data',
  media: 'media',
  criteria: 'criterion',
  policies: 'policy',
  analyses: 'analysis',
  taught: 'teach',
  told: 'tell',
  met: 'meet',
  paid: 'pay',
  chosen: 'choose',
  hidden: 'hide',
  led: 'lead',
  bound: 'bind',
  gone: 'go',
  went: 'go',
  understood: 'understand',
  found: 'find',
  used: 'use',
  using: 'use',
  uses: 'use',
  tied: 'tie',
  tying: 'tie',
  dying: 'die',
};
const VOWEL = /[aeiouy]/;

/** British to American spelling inside a word, so that one of them is enough in the data. */
function american(word: string): string {
  return word
    .replace(/is(e|ed|es|ing|ation|ations|er|ers)$/, (all, end: string) =>
      /(?:al|an|or|er|on|im|ol|il|ogn|ar|yn|it|en|iv|ag|at)is$/.test(word.slice(0, -end.length)) &&
      word.length > 6
        ? `iz${end}`
        : all,
    )
    .replace(/our(s|ed|ing|able|ite|al|)$/, (all, end: string) =>
      /^(?:behavi|col|fav|hon|lab|neighb|harb|endeav|rig|vap)our/.test(word) ? `or${end}` : all,
    )
    .replace(/^(.*)centre(s?)$/, '$1center$2')
    .replace(/^(licen|defen|offen|preten)ce/, '$1se')
    .replace(/^(.*)logue(s?)$/, '$1log$2')
    .replace(/^programme(s?)$/, 'program$1')
    .replace(/ll(ed|ing|er|ers)$/, (all, end: string) =>
      /^(?:travell|modell|labell|cancell|channell|signall|tunnell)/.test(word) ? `l${end}` : all,
    );
}

function undouble(stem: string): string {
  return /([bdfgmnprt])\1$/.test(stem) && !/(?:add|err)$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** A three-letter rest lost its e (`code`+d), unless it ends in a letter that takes none (`fix`+ed). */
function restore(rest: string): string {
  return /^[^aeiou][aeiou][^aeiouwxy]$/.test(rest) ? `${rest}e` : dropE(rest);
}

/** Longer words go without their last e, so that store, stored and storing are one stem. */
function dropE(word: string): string {
  return word.length > 4 && word.endsWith('e') && !word.endsWith('ee') ? word.slice(0, -1) : word;
}

const memo = new Map<string, string>();

/** The uninflected form of a lower-case word. Numbers, versions and short words are returned as they are. */
export function stem(word: string): string {
  const seen = memo.get(word);
  if (seen !== undefined) return seen;
  const out = compute(word);
  if (memo.size < 50_000) memo.set(word, out);
  return out;
}

function compute(raw: string): string {
  const irregular = Object.hasOwn(IRREGULAR, raw) ? IRREGULAR[raw] : undefined;
  if (irregular) return dropE(irregular);
  if (raw.length <= 3 || /\d/.test(raw) || KEEP.has(raw)) return raw;
  const word = american(raw);
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ie[sd]$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('s')) return compute(word.slice(0, -1));
  for (const end of ['ing', 'ed'] as const) {
    if (!word.endsWith(end) || word.endsWith('eed')) continue;
    const rest = word.slice(0, -end.length);
    if (rest.length < 3 || !VOWEL.test(rest)) return word;
    const single = undouble(rest);
    return single === rest ? restore(rest) : single;
  }
  return dropE(word);
}

const ROOT_ENDINGS: [RegExp, string][] = [
  [/ification$/, 'if'],
  [/ication$|icat$/, 'ic'],
  [/izational$|ization$/, 'iz'],
  [/ational$|ation$|ator$|at$/, ''],
  [/(?<=[stdl])ur$/, ''],
  [/ution$/, 'ut'],
  [/ption$/, 'pt'],
  [/ction$/, 'ct'],
  [/ssion$/, 'ss'],
  [/sion$/, 's'],
  [/tion$/, 't'],
  [/ement$|ment$/, ''],
  [/anc$|enc$|ancy$|ency$/, ''],
  [/ively$|iv$/, ''],
  [/ability$|ibl$|abl$/, ''],
  [/ally$|al$/, ''],
  [/ly$/, ''],
  [/ify$/, 'if'],
  [/ity$/, ''],
  [/ness$/, ''],
  [/y$/, ''],
];

const ROOT_OF: Record<string, string> = {
  retention: 'retain',
  revocation: 'revok',
  destruction: 'destroy',
  deletion: 'delet',
};
const roots = new Map<string, string>();

/** A coarser form for full-text recall: takes off derivation too (encryption, encrypt), never -er and -or. */
export function root(word: string): string {
  const seen = roots.get(word);
  if (seen !== undefined) return seen;
  const base = stem(word);
  let out = ROOT_OF[base] ?? base;
  if (out === base && base.length > 4 && !/\d/.test(base)) {
    for (const [end, to] of ROOT_ENDINGS) {
      if (!end.test(base)) continue;
      const cut = base.replace(end, to);
      if (cut.length >= 4) out = cut;
      if (cut.length >= 4) break;
    }
  }
  if (roots.size < 50_000) roots.set(word, out);
  return out;
}
