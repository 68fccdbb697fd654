// Yes, no, or neither, from one passage for one limb. A yes is said only when the passage affirms what is asked
// in the sense it is asked; a doubt is `unknown`, because an invented yes is the worst answer there is. An
// unfavourable truth is a no like any other.
import type { Polarity } from '../../contract/knowledge.ts';
import { leavesControlOpen } from '../match/control-features.ts';
import { denialOf, settlesByDenial } from '../match/denial.ts';
import { leavesOneOfTwo } from '../match/facets.ts';
import type { Limb } from '../match/question.ts';
import type { Served } from '../match/rank.ts';
import type { Statement } from '../match/statement.ts';
import { opposites } from '../text/word-groups.ts';
import { categoryOf, things, withImplied } from '../vocabulary/things.ts';
import { compareAmounts, compareVersions } from './comparison.ts';
import { coversAll } from './population.ts';

export function polarityOf(limb: Limb, statement: Statement, served: Served): Polarity {
  if (limb.form !== 'yesno') return 'na';
  if (cannotSettle(statement) || leavesOpen(served)) return 'unknown';
  if (settlesByDenial(limb, statement, served.features)) return turned(limb, statement, served);
  if (!coversAll(limb, statement) || isOfAnother(limb, statement)) return 'unknown';
  if (leavesOneOfTwo(limb.facets, limb.text, statement.passage.text)) return 'unknown';
  if (limb.roots.size < 2) return 'unknown';
  const version = compareVersions(limb, statement);
  // Which versions are in use is told without the verb: accepted, supported, connected by.
  if (version !== null) return version === 'open' || leavesNounsOpen(served) ? 'unknown' : version;
  const compared = compareAmounts(limb, statement);
  if (compared === 'open') return 'unknown';
  const open = leavesCoreOpen(served) || leavesControlOpen(limb, statement, HALF_ASKED);
  // An amount settles only what it is the amount of: daily backups say nothing of monthly restores.
  if (compared !== null) return open ? 'unknown' : compared;
  const named = ofNamedThings(limb, statement);
  if (named !== null) return named;
  if (limb.quantifier === 'only' && !ONLY.test(statement.passage.text)) return 'unknown';
  if (limb.quantifier === 'all' && PARTIAL.test(statement.passage.text))
    return asksForExceptions(limb) ? 'yes' : 'unknown';
  if (HEDGED.test(statement.passage.text) || holdsInACase(limb, statement)) return 'unknown';
  if (PATTERN.test(statement.passage.text) && !PATTERN.test(limb.text)) return 'unknown';
  if (asksForExceptions(limb)) return WITHOUT_EXCEPTION.test(statement.passage.text) ? 'no' : 'unknown';
  const said = turned(limb, statement, served);
  return said === 'yes' && open ? 'unknown' : said;
}

const leavesNounsOpen = ({ features: { headsOpen, modOpen } }: Served) =>
  Math.max(headsOpen, modOpen) >= MOST_OPEN;

/** A yes speaks for the verb asked, what it is done to, and what narrows that: firewalls are no stateful firewalls. */
function leavesCoreOpen({
  features: { headsOpen, verbOpen, modOpen, beyondOpen, covered, mainControl },
}: Served): boolean {
  const told = covered >= MOST_COVERED && mainControl >= MAIN_HELD;
  return Math.max(headsOpen, verbOpen, modOpen) >= MOST_OPEN || (beyondOpen >= ALL_OPEN && !told);
}

/** Share of the question's core from which it is open. */
const MOST_OPEN = 0.5;
/** Share of what hangs on the core: some of it may go unsaid, and all only where most of the question is told. */
const ALL_OPEN = 0.99;
const MOST_COVERED = 0.55;
/** Weight from which a control asked about stands in the way of a yes when the passage leaves it open. */
const HALF_ASKED = 0.5;

/** Bound to a condition nobody can check, or a right that may be used: neither a yes nor a no. */
const HEDGED =
  /\breserves? the right\b|\b(?:where(?:ver)?|when(?:ever)?|if|as far as|to the extent) (?:possible|applicable|feasible|practical|practicable|appropriate|available|needed|necessary)\b|\bbest effort|\bin lieu of\b/i;
/** A template of a thing is not the thing. */
const PATTERN = /\b(?:templates?|sample|specimen)\b/i;
/** A thing given as an example is not said to be in place. */
const FOR_EXAMPLE = /\b(?:like|such as|e\.g\.|for example|for instance)\s/i;
/** What is used "also" stands beside others that are not named here. */
const BESIDE_OTHERS = /\b(?:also|additionally|in addition|as well|among others|including)\b/i;
const ONLY = /\b(?:only|exclusively|solely|strictly|nothing but|limited to|restricted to)\b/i;
const PARTIAL =
  /\b(?:some|most|certain|selected|where (?:possible|applicable|feasible)|when(?:ever)? possible|if possible|usually|typically|generally|mostly|may|sensitive (?:access )?roles|except|unless|privileged|critical)\b/i;
const WITHOUT_EXCEPTION =
  /\b(?:all|every|each|always|must|required|mandatory|enforced|never|no exceptions?|without exception)\b/i;

/** Aims, scopes, plans and questions say what is wished, covered or intended, not what is. */
function cannotSettle(statement: Statement): boolean {
  const has = statement.modalities;
  return (
    has.has('aim') ||
    has.has('scope') ||
    (has.has('planned') && !NOT_YET.test(statement.passage.text)) ||
    has.has('question') ||
    has.has('pointer')
  );
}

/** "Not certified; planned for spring" says what is. */
const NOT_YET = /\bnot (?:yet )?(?:\w+ed|in place|available|held|have|hold)\b/i;

/** "If you are in the EU, ..." says what holds then, and not whether it is so. */
function holdsInACase(limb: Limb, { passage }: Statement): boolean {
  const [opening] = CASE.exec(passage.text) ?? [];
  return opening !== undefined && !new RegExp(`\\b${opening}\\b`, 'i').test(limb.text);
}

const CASE = /^(?:if|in case|should|unless|provided)\b/i;

/** Share of the question's words a passage must account for to settle it. */
const LEAST_COVERED = 0.45;

/** What the evidence check found missing stays open, however near the passage is. */
function leavesOpen(served: Served): boolean {
  const { features, failings } = served;
  return (
    failings.length > 0 ||
    features.nameMissing > 0.4 ||
    features.amountMissing > 0 ||
    features.actionMissing > 0.6 ||
    features.demandMissing > 0.6 ||
    (features.covered < LEAST_COVERED && !holdsWhatIsAsked(served))
  );
}

/**
 * Long-winded questions leave many words open ("a process whereby entitlements are re-examined from time to time"):
 * the main control and the whole core held, the rest is wording.
 */
function holdsWhatIsAsked({ features: { mainControl, headsOpen, verbOpen, modOpen } }: Served): boolean {
  return mainControl >= MAIN_HELD && Math.max(headsOpen, verbOpen, modOpen) < CORE_HELD;
}

/** Weight from which a passage plainly speaks of the control most asked about. */
const MAIN_HELD = 0.75;
/** Share of the core that may be open where the words do not tell. */
const CORE_HELD = 0.3;

/** Asked for AWS, told Azure: no, where naming some of a set names all of it. Asked for only AWS, told both: no. */
function ofNamedThings(limb: Limb, statement: Statement): Polarity | null {
  if (limb.things.size === 0) return null;
  const held = withImplied([...statement.things, ...statement.contextThings]);
  const rivals = (id: string) => {
    const category = categoryOf(id);
    if (category?.closed !== true) return [];
    return [...statement.things].filter(
      other => categoryOf(other) === category && !withImplied([other]).has(id),
    );
  };
  const asked = [...limb.things];
  if (asked.some(id => held.has(id)) && FOR_EXAMPLE.test(statement.passage.text)) return 'unknown';
  const missing = asked.filter(id => !held.has(id) && categoryOf(id)?.topic !== true);
  if (missing.length > 0) {
    const instead = missing.length === asked.length && missing.some(id => rivals(id).length > 0);
    return instead && !BESIDE_OTHERS.test(statement.passage.text) ? 'no' : 'unknown';
  }
  // "mTLS or gateway authorization" is no only mTLS; "TLS 1.2 or higher" names no other.
  if (limb.quantifier === 'only' && OR_ANOTHER.test(statement.passage.text)) return 'no';
  if (limb.quantifier === 'only' && asked.some(id => rivals(id).some(other => !asked.includes(other))))
    return 'no';
  return null;
}

const OR_ANOTHER = /\bor (?!higher|newer|later|above|greater|better|more|less)\w/i;

function asksForExceptions(limb: Limb): boolean {
  return /\b(?:exempt\w*|exceptions?|exclud\w+|bypass\w*|skip|waive\w*|opt(?:ed)? out|other than|apart from)\b/i.test(
    limb.text,
  );
}

/** "Without them having to ask" denies nothing. */
const QUESTION_NEGATIVE =
  /\b(?:without(?! (?:\w+ ){0,2}(?:having|needing|being|delay|charge|cost|limits?|exceptions?|further)\b)|lack(?:s|ing)?|fail(?:s)? to|absence of|in (?:the )?clear(?:[- ]?text)?|in plain[- ]?text|missing)\b/i;

/** A cloud provider's certificates and staff are its own: nothing of what is asked of "you". */
function isOfAnother(limb: Limb, statement: Statement): boolean {
  if (!/\byour?\b/i.test(limb.text)) return false;
  return [...statement.things].some(
    id => !limb.things.has(id) && DONE_BY.get(id)?.test(statement.passage.text),
  );
}

/** For each cloud provider how a sentence on what it does itself is written. */
const DONE_BY: ReadonlyMap<string, RegExp> = new Map(
  [...things.values()]
    .filter(thing => thing.category === 'cloud-provider')
    .map(({ id, names }) => {
      const name = names.map(one => one.replace(/[^\w ]/g, '.')).join('|');
      const by = `(?:operated|managed|run|performed|provided|handled|owned) by`;
      return [id, new RegExp(`^\\W*(?:${name})\\b|\\b${by} (?:${name})\\b`, 'i')];
    }),
);

/** Yes, turned round once for each negation and each word met by its opposite. */
function turned(limb: Limb, statement: Statement, served: Served): Polarity {
  const asked = ASKED_NEGATIVE.test(limb.text.replace(/\bor not\b/gi, ''));
  if (asked || OTHER_THAN.test(limb.text) || leavesFaultOpen(limb, statement)) return 'unknown';
  const denial = denialOf(limb, statement, served.features);
  if (denial === 'doubt' || (denial === 'yes' && KEPT_FROM.test(limb.text))) return 'unknown';
  if (denial === 'yes' && ASKS_BAN.test(limb.text)) return 'yes';
  let turns = QUESTION_NEGATIVE.test(limb.text) ? 1 : 0;
  if (denial === 'yes') turns += 1;
  if (metByOpposite(limb, statement)) turns += 1;
  if (turns > 1) return 'unknown';
  return turns === 0 ? 'yes' : 'no';
}

/** What is asked against something else cannot be told from what the passage says of the one. */
const OTHER_THAN = /\bother (?:\w+ ){0,3}than\b/i;
const ASKED_NEGATIVE =
  /\b(?:not|n't|never|no|nobody|none|neither|nothing|refrain\w*|declin\w+|abstain\w*|avoid\w*|refus\w+|reject\w*|stop(?:s|ped)?|inaccessible|one-off)\b/i;
/** Asked whether something is ruled out, a passage that denies it agrees. */
const ASKS_BAN = /\b(?:rul(?:ed|es?) out|off[- ]limits|barred|prohibit\w*|forbid\w*|banned|disallow\w*)\b/i;
const KEPT_FROM = /\b(?:prevent\w*|block\w*|restrict\w*|den(?:y|ied|ies)|keep\w* (?:\w+ ){1,6}from)\b/i;

/** Asked for a fault ("unencrypted"), a passage that speaks neither of it nor of its opposite settles nothing. */
function leavesFaultOpen(limb: Limb, statement: Statement): boolean {
  return [...limb.roots].some(
    root =>
      FAULT.test(root) &&
      opposites(root).size > 0 &&
      !statement.roots.has(root) &&
      ![...opposites(root)].some(other => statement.roots.has(other)),
  );
}

const FAULT = /^(?:un|non|plaintext|cleartext|weak|broad|wide|excess)/;

function metByOpposite(limb: Limb, statement: Statement): boolean {
  return [...limb.roots].some(
    root =>
      !statement.roots.has(root) &&
      [...opposites(root)].some(other => statement.roots.has(other) && !limb.roots.has(other)),
  );
}
