// Whether a passage denies what it shares with a question. A denial settles a Yes/No question with a No, and it leaves
// nothing of the question open: where no checks are made, none are made before the first day.
import { tokens } from '../text/tokens.ts';
import { wordGroups } from '../text/word-groups.ts';
import type { Limb } from './question.ts';
import type { Statement } from './statement.ts';

const NEGATIVE = new Set(
  'not no never none neither nor without cannot cant dont doesnt isnt arent wont lack lacks prohibit prohibited prohibits forbid forbids forbidden disallow disallowed ban banned prevent prevents prevented zero exclusion exclude excludes excluded refuse refuses refused decline declines avoid avoids avoided nobody nothing unable'.split(
    ' ',
  ),
);
/** After these a negation denies its subject: "checks aren't performed". */
const DONE =
  /^(?:performed|done|conducted|made|run|carried|used|in|available|supported|offered|provided|required|allowed|permitted|possible|part|currently|yet|been|being|be)$/;
const GIVEN =
  /^(?:released|shared|disclosed|given|issued|published|accepted|enabled|included|covered|tested|certified|sold|applied|kept|stored)$/;
/** "A summary is given; the full report is not released" says one thing of the one and another of the other. */
const CONTRAST = /;|\b(?:but|however|whereas|while|except|although|though)\b/i;
/** A sentence that opens with its denial: what it denies is found among the words shared, or it is in doubt. */
const DENIAL =
  /^\W*(?:[\p{L}'\u2019-]+ ){1,5}?(?:(?:do|does|did|is|are|was|were|has|have|can|will|may|must|shall|should)(?:(?: to)? not\b|n['\u2019]t\b)|cannot\b|never\b)|^\W*(?:no|none|neither|nobody)\b/iu;
const AUXILIARY = /^(?:not|never|cannot|cant|dont|doesnt|isnt|arent|wont)$/;

/**
 * Whether the passage denies what it shares with the question: a negation shortly before a shared word, or one behind
 * it that says it is not done. A negation behind a shared word that denies something else leaves a doubt.
 */
function statedNegation(limb: Limb, statement: Statement): 'yes' | 'doubt' | null {
  let doubt = DENIAL.test(statement.passage.text);
  const shared = (i: number) => limb.roots.has(statement.words[i]?.root ?? '');
  const contrasted = CONTRAST.test(statement.passage.text);
  for (const [i, word] of statement.words.entries()) {
    if (!NEGATIVE.has(word.word) || isAsked(word.root, limb)) continue;
    for (let j = i + 1; j <= i + 5; j += 1) if (shared(j)) return 'yes';
    for (let j = i - 3; j < i; j += 1)
      if (/^(?:prohibited|forbidden|disallowed|banned|prevented)$/.test(word.word) && shared(j)) return 'yes';
    if (!AUXILIARY.test(word.word) || ![1, 2, 3, 4].some(back => shared(i - back))) continue;
    const next = statement.words[i + 1]?.word ?? '';
    if (DONE.test(next) || (GIVEN.test(next) && !contrasted)) return 'yes';
    doubt = true;
  }
  return doubt || deniesBeside(limb, statement) ? 'doubt' : null;
}

/** Words that deny, and not those of "no later than", "not only", "whether or not". */
const DENIES =
  /\b(?:(?<!\bor )not\b(?! (?:only|limited)\b)|never\b|cannot\b|\w+n['\u2019]t\b|nobody\b|none\b|neither\b|no\b(?! (?:later|less|more|longer|fewer|earlier|further|exceptions?)\b))/i;
const CLAUSES = /[,;:]|\b(?:and|but|while|whereas)\b/;

/** A clause denies something, and no other clause shares a word with the question: which of them is met nobody can say. */
function deniesBeside(limb: Limb, { passage }: Statement): boolean {
  if (!DENIES.test(passage.text) || DENIES.test(limb.text)) return false;
  const affirmed = passage.text.split(CLAUSES).filter(clause => !DENIES.test(clause));
  return !affirmed.some(clause => tokens(clause).some(({ root }) => limb.roots.has(root)));
}

/** Asked whether it is prohibited, a passage that prohibits it agrees. */
function isAsked(root: string, limb: Limb): boolean {
  const groups = wordGroups(root);
  return [...limb.roots].some(
    other => other === root || wordGroups(other).some(group => groups.includes(group)),
  );
}

/** What of the features tells whether a question is wholly told. */
interface Told {
  covered: number;
  headsOpen: number;
  verbOpen: number;
  modOpen: number;
}

/** Whether the passage denies what is asked: in words shared with the question, or as a whole. */
export const denialOf = (limb: Limb, statement: Statement, told: Told): 'yes' | 'doubt' | null =>
  deniesAll(limb, statement, told) ? 'yes' : statedNegation(limb, statement);

/** A sentence that opens with its denial and holds all that is asked, in whatever words: "Developers have no access". */
function deniesAll(limb: Limb, statement: Statement, told: Told): boolean {
  return (
    limb.form === 'yesno' &&
    told.covered >= ALL_TOLD &&
    Math.max(told.headsOpen, told.verbOpen, told.modOpen) < CORE_TOLD &&
    DENIAL.test(statement.passage.text) &&
    !CONTRAST.test(statement.passage.text)
  );
}

const ALL_TOLD = 0.8;
const CORE_TOLD = 0.3;

/** A Yes/No question whose core the passage denies is settled, whatever else of it the passage leaves out. */
export function settlesByDenial(limb: Limb, statement: Statement, told: Told): boolean {
  if (
    limb.form !== 'yesno' ||
    told.covered < MOST_TOLD ||
    Math.max(told.headsOpen, told.verbOpen) >= CORE_TOLD
  )
    return false;
  return DENIAL.test(statement.passage.text) && statedNegation(limb, statement) === 'yes';
}

const MOST_TOLD = 0.65;
