// The file's own option words. Options come in any order, language and scale; each is read for what choosing it
// would claim, and an option is chosen only when exactly one claims what the evidence supports.
import type { OutcomeKind, Polarity } from '../../contract/knowledge.ts';
import { fold } from '../text/normalise.ts';

export type Claim = 'yes' | 'no' | 'partly' | 'na' | 'planned' | 'unknown' | null;

const YES =
  /^(?:y|yes|ja|oui|si|sim|da|tak|kylla|true|1 - yes|compliant|fully|full(?:y)? (?:compliant|implemented|met)|complete(?:ly|d)?|implemented|in place|met|meets|pass(?:ed)?|conform(?:s|ant|e)?|konform|erfullt|vorhanden|umgesetzt|cumple|implementado|conforme|satisfied|supported|agree[ds]?|accept(?:ed)?|available|standard|included|always|x|✓|✔)\b/;
const NO =
  /^(?:n|no|nein|non|nao|nie|ei|false|not (?:compliant|implemented|in place|met|supported|available|satisfied|conformant|accepted)|non[- ]?(?:compliant|conformant|conforming|conforme)|fail(?:ed|s)?|none|absent|missing|nicht (?:konform|vorhanden|erfullt|umgesetzt)|no (?:cumple|implementado|conforme)|unsatisfied|disagree|does not|do not|never|not at all|unsupported|rejected)\b/;
const PARTLY =
  /^(?:part(?:ly|ial|ially)?|partiell|teilweise|partiel(?:lement)?|parcial(?:mente)?|mostly|largely|some(?:what|times)?|in part|limited|in progress|mixed)\b/;
const NA =
  /^(?:n\/?a|n\.a\.?|not applicable|entfallt|nicht (?:zutreffend|anwendbar)|sans objet|non applicable|no (?:aplica|aplicable)|nao (?:se aplica|aplicavel)|does not apply|nvt|n\.v\.t\.?)(?:\b|$)/;
const PLANNED =
  /^(?:planned|plan(?:ned)? to|on (?:the )?roadmap|future|geplant|prevu|planificado|will be|under development|scheduled)\b/;
const UNKNOWN =
  /^(?:unknown|unsure|don'?t know|not sure|tbd|unbekannt|to be determined|please select|select|choose|-+|\?)/;

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
  if (YES.test(words)) return 'yes';
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

/** Of "Yes", "Yes - with comment", the bare one. */
function firstBare(options: readonly string[]): string | undefined {
  const shortest = [...options].sort((a, b) => a.length - b.length)[0];
  return options.length > 1 &&
    shortest !== undefined &&
    options.every(o => o === shortest || o.length > shortest.length + 2)
    ? shortest
    : undefined;
}

/** What an approved choice said, as a polarity. */
export function polarityOfChoice(choice: string | undefined): Polarity {
  const claim = claimOf(choice ?? '');
  return claim === 'yes' || claim === 'no' || claim === 'na' ? claim : 'unknown';
}
