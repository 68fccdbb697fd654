// The file's own option words. Options come in any order, language and scale; each is read for what choosing it
// would claim, and an option is chosen only when exactly one claims what the evidence supports.
import type { OutcomeKind, Polarity } from '../../contract/knowledge.ts';
import { fold } from '../text/normalise.ts';

export type Claim = 'yes' | 'no' | 'partly' | 'na' | 'planned' | 'unknown' | null;

const YES =
  /^(?:y|yes|ja|oui|si|sim|da|tak|kylla|true|1 - yes|compliant|fully|full(?:y)? (?:compliant|implemented|met)|complete(?:ly|d)?|implemented|in place|met|meets|pass(?:ed)?|conform(?:s|ant|e)?|konform|erfullt|vorhanden|umgesetzt|cumple|implementado|conforme|satisfied|supported|agree[ds]?|accept(?:ed)?|available|standard|included|always|implantado|cumplido|totalmente|completamente|totalement|entierement|en place|mis en (?:place|oeuvre)|vollstandig|volledig|x|✓|✔)\b/;
const NO =
  /^(?:n|no|nein|nee|non|nao|nie|niet|nicht|pas|ei|false|not (?:compliant|implemented|in place|met|supported|available|satisfied|conformant|accepted)|non[- ]?(?:compliant|conformant|conforming|conforme)|fail(?:ed|s)?|none|absent|missing|nicht (?:konform|vorhanden|erfullt|umgesetzt)|no (?:cumple|implementado|conforme)|unsatisfied|disagree|does not|do not|never|not at all|unsupported|rejected)\b/;
/** "In part" in further languages. */
const IN_PART =
  'parcial(?:mente)?|en parte|em parte|en partie|teilweise|zum teil|parzialmente|gedeeltelijk|deels';
const PARTLY = new RegExp(
  `^(?:part(?:ly|ial|ially)?|partiell|partiel(?:lement)?|${IN_PART}|mostly|largely|some(?:what|times)?|in part|limited|in progress|mixed)\\b`,
);
/** Words that take back part of an opening yes: "Yes, partially", "Cumple parcialmente". */
const TAKEN_BACK = new RegExp(
  `[^\\p{L}](?:part(?:ly|ially)?|partial|in part|some|partiellement|${IN_PART})(?!\\p{L})`,
  'u',
);
const NA =
  /^(?:n\/?a|n\.a\.?|not applicable|entfallt|nicht (?:zutreffend|anwendbar)|sans objet|non applicable|no (?:aplica|aplicable)|nao (?:se aplica|aplicavel)|does not apply|niet van toepassing|non applicabile|nvt|n\.v\.t\.?)(?:\b|$)/;
const PLANNED =
  /^(?:planned|plan(?:ned)? to|on (?:the )?roadmap|future|geplant|prevu|planificado|will be|under development|scheduled)\b/;
const UNKNOWN =
  /^(?:unknown|unsure|no (?:answer|response)|not (?:answered|assessed|tested)|don'?t know|not sure|tbd|unbekannt|to be determined|please select|select|choose|-+|\?)/;

/** What choosing the option would say. */
export function claimOf(option: string): Claim {
  const words = fold(option)
    .replace(/^\s*(?:\(?\d+\)?\s*[-.:)=]\s*|[a-e][.)]\s+)/, '')
    .trim();
  if (words === '') return null;
  if (NA.test(words)) return 'na';
  if (UNKNOWN.test(words)) return 'unknown';
  if (PARTLY.test(words)) return 'partly';
  if (PLANNED.test(words)) return 'planned';
  if (NO.test(words)) return 'no';
  if (YES.test(words)) return TAKEN_BACK.test(words) ? 'partly' : 'yes';
  return null;
}

/** The one option that says what the evidence supports, or null when in doubt. */
export function chooseOption(
  options: readonly string[],
  polarity: Polarity,
  outcome: OutcomeKind,
): string | null {
  if (options.length === 0 || outcome === 'not-stated') return null;
  const wanted: Claim =
    outcome === 'partly' && polarity === 'yes'
      ? 'partly'
      : polarity === 'yes' || polarity === 'no'
        ? polarity
        : null;
  if (wanted === null) return null;
  const fitting = options.filter(option => claimOf(option) === wanted);
  return fitting.length === 1 ? (fitting[0] ?? null) : (firstBare(fitting) ?? null);
}

/** Of "Yes" and "Yes - with comment" the bare one, which the others begin with; of two with riders none. */
function firstBare(options: readonly string[]): string | undefined {
  const plain = options.map(option => fold(option).trim());
  const at = plain.findIndex(bare =>
    plain.every(
      other => other === bare || (other.startsWith(bare) && !/[\p{L}\p{N}]/u.test(other[bare.length] ?? '')),
    ),
  );
  return options[at];
}

/** What an approved choice said, as a polarity. */
export function polarityOfChoice(choice: string | undefined): Polarity {
  const claim = claimOf(choice ?? '');
  return claim === 'yes' || claim === 'no' || claim === 'na' ? claim : 'unknown';
}
