// Questions that go on from the one before them in the file: "If so, how often?", "How is it tested?", "Please
// describe." By themselves they ask of nothing, so they are read after the question they lean on, or not at all.
import { cleanQuestion } from './clean-question.ts';
import { splitLimbs } from './limbs.ts';

const CONDITION = /^(?:and )?if (?:so|yes|not|no|applicable)\b[\s,:;-]*/i;
const ASKING =
  '(?:(?:and|also|please|describe|explain|how|when|where|why|what|who|which|often|frequently|regularly|long|many|much|exactly|for|to|in|at|by|with) )';
const BE_OR_DO = '(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should|must)';
/** The pronoun stands for what was asked before: as the subject, or where there is no room for another noun. */
const SUBJECT = new RegExp(
  `^${ASKING}{0,5}${BE_OR_DO} (?:it|they|these|those)\\b(?! (?:possible|necessary|required|mandatory|permitted|allowed|true)\\b)`,
  'i',
);
const OBJECT = new RegExp(`^${ASKING}{1,4}\\w+ (?:it|them)\\W*$`, 'i');
const BARE_QUESTION = new RegExp(
  `^${ASKING}*(?:how (?:often|frequently|long|many|much|so)|where|who|when|why|by whom|which(?: ones?)?|what (?:is the )?(?:frequency|interval|schedule))(?: (?:is|are|was|were|does|this|that|done|made|performed|conducted|happen|carried out))*\\W*$`,
  'i',
);
const BARE_REQUEST =
  /^(?:please )?(?:describe|explain|elaborate|specify|detail|list|(?:provide|give|add) (?:more |further |any |additional )?(?:details?|information|explanation|an explanation|comments?))(?: (?:it|them|these|this|below|here|how|why|briefly|further|in detail|as needed|all|which))*\W*$/i;

/** Whether the question asks of nothing by itself. */
export function leansBack(question: string, names: readonly string[] = []): boolean {
  return leans(cleanQuestion(question, names));
}

/** The same of a question that was cleaned. */
export function leans(text: string): boolean {
  const bare = text.replace(CONDITION, '');
  const [first = bare] = splitLimbs(bare);
  return [BARE_REQUEST, SUBJECT, OBJECT, BARE_QUESTION].some(sign => sign.test(first.trim()));
}

/** "If not, explain": wanted only beside a no, and by itself asks nothing more. */
export function asksWhyNot(question: string): boolean {
  const condition = /^(?:and )?if (?:not|no)\b[\s,:;-]*/i.exec(question);
  return condition !== null && BARE_REQUEST.test(question.slice(condition[0].length));
}
