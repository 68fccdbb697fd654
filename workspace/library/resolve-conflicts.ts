// Library answers that say the same twice or contradict each other, and a person's decision about such a pair.
import type { LibraryAnswer, LibraryConflict } from '../../contract/curate.ts';
import { AppError } from '../../contract/outcome.ts';
import {
  activeLibraryAnswers,
  libraryEvidenceOf,
  putLibraryEvidence,
  setLibraryState,
} from '../../knowledge-base/store/library.ts';
import { keepPair, keptPairs, pairKey } from '../../knowledge-base/store/library-kept.ts';
import { revisionOf } from '../../knowledge-base/store/revisions.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { pausing } from '../desk/pausing.ts';
import { pairsWithin } from '../questionnaires/alike.ts';
import { sayPair } from './accept-candidates.ts';
import { libraryAnswerOf } from './curate-library.ts';
import { recallLibraryQuotes } from './recall-quotes.ts';

/** Likeness of two questions from which their answers are compared; the comparison itself is stricter. */
const WORTH_COMPARING = 0.6;

const lastFound = new WeakMap<Desk, { revision: number; conflicts: LibraryConflict[] }>();

export const listConflicts: UseCase<'library.conflicts'> = async (desk, _input, run) => {
  const revision = revisionOf(desk.store.read, 'library');
  const known = lastFound.get(desk);
  const conflicts = known?.revision === revision ? known.conflicts : await findConflicts(desk, run);
  lastFound.set(desk, { revision, conflicts });
  const kept = keptPairs(desk.store.read);
  return { conflicts: conflicts.filter(({ left, right }) => !kept.has(pairKey(left.id, right.id))) };
};

async function findConflicts(desk: Desk, run: Run): Promise<LibraryConflict[]> {
  const answers = new Map(activeLibraryAnswers(desk.store.read, null).map(answer => [answer.id, answer]));
  const worded = [...answers.values()].map(({ id, question }) => ({ id, text: question }));
  const found: LibraryConflict[] = [];
  run.progress('Looking for questions alike', 0, null);
  await run.breathe();
  const pause = pausing(run);
  const pairs = await pairsWithin(worded, WORTH_COMPARING, pause);
  for (const [at, { id, nearest }] of pairs.entries()) {
    run.progress('Comparing answers', at, pairs.length);
    await pause();
    const left = answers.get(id);
    const right = answers.get(nearest);
    if (!left || !right || !overlapping(left, right)) continue;
    const { verdict, why, score } = desk.knowledge.compareAnswers(left, right);
    if (verdict === 'different') continue;
    found.push({
      kind: verdict === 'contradiction' ? 'contradiction' : 'duplicate',
      left,
      right,
      why,
      score,
    });
  }
  const rank = (conflict: LibraryConflict) => (conflict.kind === 'contradiction' ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || b.score - a.score || (a.left.id < b.left.id ? -1 : 1));
}

/** Answers of two different scopes speak of different things. */
function overlapping(a: LibraryAnswer, b: LibraryAnswer): boolean {
  return a.scope === null || b.scope === null || a.scope === b.scope;
}

/**
 * One answer stays, with the evidence of both when they agree; the other is retired, and what quoted its words is
 * recalled to those of the one that stays.
 */
export const mergeAnswers: UseCase<'library.merge'> = (desk, { keep, retire }, run) => {
  if (keep === retire) throw new AppError('bad-input', 'Choose two different answers to merge.');
  const kept = libraryAnswerOf(desk, keep);
  const retired = libraryAnswerOf(desk, retire);
  desk.store.write(db => {
    const both = [...libraryEvidenceOf(db, keep), ...libraryEvidenceOf(db, retire)];
    const agree = desk.knowledge.compareAnswers(kept, retired).verdict !== 'contradiction';
    if (agree)
      putLibraryEvidence(db, keep, [
        ...new Map(both.map(item => [`${item.documentId} ${item.hash}`, item])).values(),
      ]);
    setLibraryState(db, retire, 'retired', desk.now());
    const said = { subject: 'library', before: sayPair(retired), after: sayPair(kept) };
    tell(desk, db, run.actor, { ...said, action: 'library.merged', subjectId: keep });
    tell(desk, db, run.actor, { ...said, action: 'library.retired', subjectId: retire });
    recallLibraryQuotes(desk, db, retired, kept);
  });
  desk.emit('changed', { what: 'library' });
  desk.emit('changed', { what: 'answers' });
  return libraryAnswerOf(desk, keep);
};

export const keepBoth: UseCase<'library.keepBoth'> = (desk, { left, right }, run) => {
  const [one, other] = [libraryAnswerOf(desk, left), libraryAnswerOf(desk, right)];
  desk.store.write(db => {
    keepPair(db, left, right);
    const said = { before: sayPair(one), after: sayPair(other) };
    tell(desk, db, run.actor, { ...said, action: 'library.keptBoth', subject: 'library', subjectId: left });
  });
  desk.emit('changed', { what: 'library' });
  return {};
};
