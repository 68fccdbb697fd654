// The values a statement gives: how often, how long, how many, where, who, which address, which version. A
// question that asks for one of these is answered only by a passage that holds one, so each kind is found by
// its written form and nothing else. Ranges are characters of the text.
import { unify } from '../text/normalise.ts';
import { isPronoun, PLACES } from './places.ts';

export type ValueKind =
  | 'cadence'
  | 'duration'
  | 'number'
  | 'percent'
  | 'money'
  | 'date'
  | 'version'
  | 'length'
  | 'place'
  | 'role'
  | 'email'
  | 'url'
  | 'phone'
  | 'address';

export interface Value {
  kind: ValueKind;
  from: number;
  to: number;
  /** Normal form: cadence and duration in days, percent and number as such; null for words. */
  amount: number | null;
  /** Only a vague word is given: "regularly", "periodically", "timely". */
  vague: boolean;
}

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const COUNT_WORDS: Record<string, number> = {
  ...Object.fromEntries(TENS.map((word, i) => [word, 20 + 10 * i])),
  ...Object.fromEntries(TEENS.map((word, i) => [word, 10 + i])),
  ...Object.fromEntries(ONES.map((word, i) => [word, 1 + i])),
  a: 1,
  an: 1,
  each: 1,
  every: 1,
};
const UNIT_DAYS: Record<string, number> = {
  second: 1 / 86_400,
  sec: 1 / 86_400,
  minute: 1 / 1440,
  min: 1 / 1440,
  hour: 1 / 24,
  hr: 1 / 24,
  h: 1 / 24,
  day: 1,
  night: 1,
  weekday: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
  yr: 365,
};
const CADENCE_WORDS: Record<string, number> = {
  hourly: 1 / 24,
  daily: 1,
  nightly: 1,
  weekly: 7,
  biweekly: 14,
  fortnightly: 14,
  monthly: 30,
  'bi-monthly': 60,
  quarterly: 91,
  'semi-annual': 182,
  'semi-annually': 182,
  semiannually: 182,
  'bi-annual': 182,
  'bi-annually': 182,
  biannually: 182,
  'half-yearly': 182,
  annual: 365,
  annually: 365,
  yearly: 365,
  biennial: 730,
  biennially: 730,
  continuous: 0,
  continuously: 0,
  continually: 0,
  'real-time': 0,
  'real time': 0,
};
const count = `(?:\\d+(?:[.,]\\d+)?|(?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${[...TEENS, ...ONES].join('|')}|each|every|an?)`;
const unit = `(?:${Object.keys(UNIT_DAYS)
  .filter(u => u !== 'h')
  .join('|')}|calendar days?|business days?|working days?)s?`;

const rules: {
  kind: ValueKind;
  pattern: RegExp;
  vague?: boolean;
  amount?: (m: RegExpExecArray) => number | null;
}[] = [
  {
    kind: 'cadence',
    pattern: new RegExp(
      `\\b(?:${Object.keys(CADENCE_WORDS)
        .sort((a, b) => b.length - a.length)
        .join('|')})\\b`,
      'gi',
    ),
    amount: m => CADENCE_WORDS[m[0].toLowerCase()] ?? null,
  },
  {
    kind: 'cadence',
    pattern: new RegExp(
      `\\b(?:every|each|per|once (?:a|an|per|every)|(?:twice|two times|three times|four times|\\d+ times) (?:a|an|per|each|every))\\s+(?:other\\s+)?(?:(${count})[ -]+)?(${unit})\\b`,
      'gi',
    ),
    amount: m => cadenceDays(m),
  },
  {
    // "On every commit", "before each release": as often as that happens, which no calendar tells.
    kind: 'cadence',
    pattern:
      /\b(?:every|each|any)\s+(?:\w+\s+)?(?:commits?|releases?|deploy(?:ment)?s?|builds?|merges?|pull requests?|changes?|push(?:es)?|sprints?|log-?ins?|sign-?ins?|sessions?|incidents?|versions?|access)\b/gi,
  },
  { kind: 'cadence', pattern: /\b(?:24\s*[x/]\s*7(?:\s*[x/]\s*365)?|around the clock)\b/gi, amount: () => 0 },
  {
    kind: 'cadence',
    pattern:
      /\b(?:regular(?:ly)?|periodic(?:ally)?|frequent(?:ly)?|routine(?:ly)?|occasional(?:ly)?|from time to time|ongoing|on an? regular basis|as needed|when needed|ad hoc)\b/gi,
    vague: true,
  },
  {
    kind: 'duration',
    pattern: new RegExp(
      // "A second factor" is no span of time.
      `\\b(?!an? second [a-z])(${count})(?:\\s*\\((\\d+)\\))?[ -]*(?:(?:full|consecutive|rolling)\\s+)?(${unit}|h)\\b`,
      'gi',
    ),
    // "thirty (30) days": contracts write the figure twice, and the digits are the surer reading.
    amount: m => countOf(m[2] ?? m[1]) * daysOf(m[3]),
  },
  {
    kind: 'duration',
    pattern:
      /\b(?:immediate(?:ly)?|prompt(?:ly)?|timely|without undue delay|as soon as (?:possible|practicable)|indefinite(?:ly)?|forever|legal timelines|within legal|permanently|same day|real[- ]time)\b/gi,
    vague: true,
  },
  {
    kind: 'percent',
    pattern: /\b(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)/gi,
    amount: m => Number((m[1] ?? '').replace(',', '.')),
  },
  {
    kind: 'money',
    pattern:
      /(?:[$\u20AC\u00A3\u20B9]\s?\d[\d,.]*\s*(?:k|m|bn|million|billion)?|\b\d[\d,.]*\s*(?:usd|eur|gbp|dollars|euros|pounds)\b|\b(?:usd|eur|gbp)\s?\d[\d,.]*)/gi,
  },
  {
    kind: 'date',
    pattern:
      /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d{2}|(?:q[1-4]|in|since|by)\s+(?:19|20)\d{2})\b/gi,
  },
  { kind: 'version', pattern: /\b(?:v(?:ersion)?\.?\s?\d+(?:\.\d+)*\+?|\d+\.\d+(?:\.\d+)*\+?(?!\s*%))/gi },
  {
    kind: 'length',
    pattern: /\b(\d+)[ -]*(?:bits?|characters?|chars?|digits?|letters?|symbols?)\b/gi,
    amount: m => Number(m[1]),
  },
  {
    kind: 'number',
    pattern: /\b(?<![.:-])(\d+(?:[.,]\d+)*)\b(?!\s*%)/g,
    amount: m => Number((m[1] ?? '').replace(/,/g, '')),
  },
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'url',
    pattern:
      /\b(?:https?:\/\/\S+|www\.\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|ai|dev|app|co|eu|uk|de|in|us|cloud)(?:\/[^\s),;]*)?)(?![\p{L}@])/giu,
  },
  {
    kind: 'phone',
    pattern:
      /\+\d{1,3}[\s().-]*\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}[-.\s]\d{4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b/g,
  },
  {
    kind: 'role',
    pattern:
      /\b(?:c[itspemf]s?o|dpo|chief [\p{L} ]{2,30}officer|(?:[\p{L}]+ )?(?:officer|manager|director|lead|head of \p{L}+|vice president|administrator|owner|committee|board|council)|(?:security|compliance|privacy|legal|engineering|infrastructure|operations|devops|sre|it|incident response|support|platform|cloud|people|hr) (?:team|department|group|lead|council)|president|ceo)\b/giu,
  },
  {
    kind: 'address',
    pattern:
      /\b(?:\d+[A-Za-z]?\s+(?:\p{Lu}\p{L}+\s+){1,3}(?:[Ss]treet|St|[Rr]oad|Rd|[Aa]venue|Ave|[Ll]ane|Blvd|[Bb]oulevard|[Dd]rive|[Ww]ay|[Ss]uite)|P\.?O\.? [Bb]ox \d+|(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*, ){3,}\p{Lu}\p{L}+)/gu,
  },
  { kind: 'place', pattern: PLACES },
  {
    kind: 'place',
    pattern:
      /\b(?:off-?site|on-?site|on-prem\w*|premises|in the cloud|data ?cent(?:er|re)s?|regions?|availability zones?|buckets?|vaults?|repositor(?:y|ies)|drive|portal|handbook|offices?|abroad|remote(?:ly)? (?:location|site)s?|separate (?:location|site|account)s?)\b/gi,
    vague: true,
  },
];

/** Kinds that are written with digits and not otherwise; most sentences have none. */
const IN_DIGITS: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'percent',
  'money',
  'date',
  'version',
  'length',
  'number',
  'phone',
]);

/** Every value in the text, by kind, in order of place. */
export function valuesIn(text: string): Value[] {
  const plain = unify(text);
  const out: Value[] = [];
  const digits = /\d/.test(plain);
  const at = plain.includes('@');
  for (const rule of rules) {
    if ((!digits && IN_DIGITS.has(rule.kind)) || (!at && rule.kind === 'email')) continue;
    for (const match of plain.matchAll(rule.pattern)) {
      if (rule.kind === 'place' && isPronoun(match[0])) continue;
      const exec = match as RegExpExecArray;
      out.push({
        kind: rule.kind,
        from: exec.index,
        to: exec.index + exec[0].length,
        amount: rule.amount?.(exec) ?? null,
        vague: rule.vague ?? false,
      });
    }
  }
  return out.filter(value => !isPartOfOther(value, out)).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** "within 72 hours" is a duration, its 72 not a number; "every 6 hours" is a cadence, not a duration. */
function isPartOfOther(value: Value, all: readonly Value[]): boolean {
  const yields: Partial<Record<ValueKind, ValueKind[]>> = {
    number: ['duration', 'cadence', 'percent', 'money', 'date', 'version', 'length', 'phone', 'address'],
    duration: ['cadence'],
    version: ['percent', 'date', 'url', 'email'],
    url: ['email'],
  };
  return all.some(
    other => yields[value.kind]?.includes(other.kind) && other.from <= value.from && other.to >= value.to,
  );
}

function countOf(word: string | undefined): number {
  const lower = (word ?? '').toLowerCase();
  const parts = lower.split(/[- ]/).map(part => COUNT_WORDS[part]);
  if (parts.every(part => part !== undefined)) return parts.reduce((sum, part) => sum + part, 0);
  return Number(lower.replace(',', '.')) || 1;
}

function daysOf(word: string | undefined): number {
  const lower = (word ?? '')
    .toLowerCase()
    .replace(/^(?:calendar|business|working) /, '')
    .replace(/s$/, '');
  return UNIT_DAYS[lower] ?? 1;
}

function cadenceDays(match: RegExpExecArray): number {
  const times = /twice|two times/i.test(match[0])
    ? 2
    : /three times/i.test(match[0])
      ? 3
      : /four times/i.test(match[0])
        ? 4
        : Number(/(\d+) times/i.exec(match[0])?.[1] ?? 1);
  const other = /\bother\b/i.test(match[0]) ? 2 : 1;
  return (countOf(match[1]) * daysOf(match[2]) * other) / times;
}
