// Amounts and versions a question states, against those the passage gives: "within 24 hours?" against "within 72
// hours" is a no, "at least yearly?" against "quarterly" a yes. A form that is not clearly one of these is left.
import type { Limb } from '../match/question.ts';
import type { Statement } from '../match/statement.ts';
import type { Value } from '../passages/values.ts';
import { things } from '../vocabulary/things.ts';

/** `open`: comparable, and the passage does not settle it; null: there is nothing to compare. */
export type Verdict = 'yes' | 'no' | 'open' | null;

const KEPT = /\b(?:retain|retention|kept|keep|stored for|archiv|preserv|available for)\w*/i;
const MORE = /\b(?:at least|minimum|no less than|not less than|more than|longer than|or more|over)\b/i;

export function compareAmounts(limb: Limb, statement: Statement): Verdict {
  for (const kind of ['cadence', 'duration', 'percent', 'length'] as const) {
    const stated = only(limb.values, kind);
    const given = statement.values.filter(value => value.kind === kind);
    // "Are restores of the daily backups tried monthly?": which of the two the passage gives, nobody can say.
    if (!stated && limb.values.some(value => isFirm(value, kind)) && given.length > 0) return 'open';
    if (!stated) continue;
    const firm = only(given, kind);
    if (!firm) return given.length > 0 ? 'open' : null;
    const asked = stated.amount ?? 0;
    const told = firm.amount ?? 0;
    if (kind === 'cadence') return told <= asked * 1.02 ? 'yes' : 'no';
    const atLeast = kind !== 'duration' || KEPT.test(limb.text) || MORE.test(limb.text);
    // A month is 30 days or 31; a percentage is what it is.
    const slack = kind === 'duration' ? 0.02 : 0;
    return (atLeast ? told >= asked * (1 - slack) : told <= asked * (1 + slack)) ? 'yes' : 'no';
  }
  return null;
}

/** The value of a kind when it is the only firm one. */
function only(values: readonly Value[], kind: Value['kind']): Value | null {
  const firm = values.filter(value => isFirm(value, kind));
  return firm.length === 1 ? (firm[0] ?? null) : null;
}

const isFirm = (value: Value, kind: Value['kind']) =>
  value.kind === kind && value.amount !== null && !value.vague;

const OR_NEWER =
  /(?:\+|\bor (?:higher|newer|later|above|greater|better)\b|\band (?:higher|above|later|newer|up)\b|\bminimum\b|\bat least\b|\babove\b)/i;
const TOLERATES =
  /\b(?:allow|accept|permit|enabled?|support|use|used|in use|possible|available|connect|negotiat|fall ?back)\w*/i;

const NOT = /\bnot\b|n['\u2019]t\b/i;
const SHUT_OUT =
  /\b(?:disabled|(?:switched|turned) off|refused|rejected|blocked|removed|retired|forbidden|prohibited|deprecated|no longer|not (?:\w+ )?(?:supported|accepted|allowed|permitted|enabled|used))\b/i;

export function compareVersions(limb: Limb, statement: Statement): Verdict {
  for (const id of limb.things) {
    const asked = things.get(id);
    if (!asked?.version || asked.family === undefined) continue;
    const told = [...statement.things]
      .map(other => things.get(other))
      .filter(other => other?.version && other.family === asked.family);
    const versions = told.map(other => order(other?.version ?? []));
    if (versions.length === 0) continue;
    const mine = order(asked.version);
    const least = Math.min(...versions);
    const most = Math.max(...versions);
    // "TLS 1.0 and 1.1 are disabled" names what is not in use.
    if (SHUT_OUT.test(statement.passage.text)) {
      if (!versions.includes(mine)) return 'open';
      if (SHUT_OUT.test(limb.text)) return NOT.test(limb.text) ? 'no' : 'yes';
      return TOLERATES.test(limb.text) ? 'no' : 'open';
    }
    const statedOpen = OR_NEWER.test(statement.passage.text);
    if (limb.quantifier === 'only' && versions.some(version => version !== mine)) return 'no';
    if (versions.includes(mine)) return 'yes';
    if (OR_NEWER.test(limb.text)) return least >= mine ? 'yes' : statedOpen ? 'open' : 'no';
    if (mine < least) return TOLERATES.test(limb.text) ? 'no' : 'open';
    return mine > most && !statedOpen ? 'no' : 'open';
  }
  return null;
}

function order(version: readonly number[]): number {
  return version.reduce((sum, part, i) => sum + part / 1000 ** i, 0);
}
