// Amounts and versions a question states, against those the passage gives: "within 24 hours?" against "within 72
// hours" is a no, "at least yearly?" against "quarterly" a yes. A form that is not clearly one of these is left.
import type { Limb } from '../match/question.ts';
import type { Statement } from '../match/statement.ts';
import type { Value } from '../passages/values.ts';
import { tokens } from '../text/tokens.ts';
import { spotThings, things } from '../vocabulary/things.ts';

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

const AFFIRMS =
  /\b(?:is|are|be|uses?|used|requires?|required|supports?|supported|minimum|enforced?|accepts?|accepted|or (?:newer|higher|later|above))\b|\+/i;

/**
 * Versions by what their clause says of them: "TLS 1.0 and 1.1 are disabled; TLS 1.2 is the minimum". Where something
 * is shut out, only a clause that affirms says what is in use.
 */
function versionsIn({ passage, things: named }: Statement): { shut: Set<string>; used: Set<string> } {
  if (!SHUT_OUT.test(passage.text)) return { shut: new Set(), used: new Set(named) };
  const clauses = passage.text.split(/[;,]|\b(?:but|while|whereas)\b/);
  const of = (test: (clause: string) => boolean) =>
    new Set(clauses.filter(test).flatMap(clause => [...spotThings(tokens(clause))]));
  return {
    shut: of(clause => SHUT_OUT.test(clause)),
    used: of(clause => !SHUT_OUT.test(clause) && AFFIRMS.test(clause)),
  };
}

export function compareVersions(limb: Limb, statement: Statement): Verdict {
  for (const id of limb.things) {
    const asked = things.get(id);
    if (!asked?.version || asked.family === undefined) continue;
    const { shut, used } = versionsIn(statement);
    const of = (ids: Iterable<string>) =>
      [...ids]
        .map(other => things.get(other))
        .filter(other => other?.version && other.family === asked.family)
        .map(other => order(other?.version ?? []));
    const mine = order(asked.version);
    if (of(shut).includes(mine)) {
      if (SHUT_OUT.test(limb.text)) return NOT.test(limb.text) ? 'no' : 'yes';
      return TOLERATES.test(limb.text) ? 'no' : 'open';
    }
    const versions = of(used);
    if (versions.length === 0) {
      if (of(statement.things).length > 0) return 'open';
      continue;
    }
    const least = Math.min(...versions);
    const most = Math.max(...versions);
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
