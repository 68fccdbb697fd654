// Whether a passage speaks for everyone asked about: all employees, every laptop.
import type { Limb } from '../match/question.ts';
import { isNamed, type Statement } from '../match/statement.ts';
import { wordGroups } from '../text/word-groups.ts';

/**
 * "All employees" is met by a passage that speaks of employees without narrowing them. "Roles with access are
 * screened" speaks of others and leaves it open; so does one of three things that are listed.
 */
export function coversAll(limb: Limb, statement: Statement): boolean {
  return limb.words.every((word, i) => {
    if (!UNIVERSAL.test(word.word) || isInAmount(word.from, limb)) return true;
    const from = limb.words.findIndex((next, at) => at > i && limb.roots.has(next.root));
    if (from < 0 || from > i + 3) return true;
    const length = limb.words.slice(from).findIndex(next => !limb.roots.has(next.root));
    const population = limb.words.slice(from, length < 0 ? undefined : from + length).slice(0, 4);
    const [first, last] = [population[0], population.at(-1)];
    const listed = first && last && limb.text.slice(first.from, last.to).includes(',');
    const needed = listed ? population : population.slice(0, 3).slice(-1);
    return needed.every(({ root }) => isNamed(root, statement) && !isNarrowed(root, statement));
  });
}

/** "On laptops in Treasury" speaks of some laptops; "on all laptops in use" of all. */
function isNarrowed(root: string, { words }: Statement): boolean {
  const alike = new Set([root, ...wordGroups(root)]);
  const at = words.findIndex(
    word => alike.has(word.root) || wordGroups(word.root).some(one => alike.has(one)),
  );
  const before = words.slice(Math.max(0, at - 3), at).some(word => UNIVERSAL.test(word.word));
  return at >= 0 && !before && NARROWS.test(words[at + 1]?.word ?? '');
}

const NARROWS = /^(?:in|at|of|for|with|who|whose|that|which|handling|processing|belonging)$/;

/** "Every" of "every month" speaks of no population. */
const isInAmount = (at: number, limb: Limb) => limb.values.some(value => value.from <= at && value.to > at);
const UNIVERSAL = /^(?:all|every|each|entire)$/;
