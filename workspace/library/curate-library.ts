// One library answer at a time: saved, confirmed, retired, its versions, and an older one brought back.
import type { LibraryAnswer } from '../../contract/curate.ts';
import { AppError } from '../../contract/outcome.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import {
  confirmLibraryAnswer,
  type LibraryEvidence,
  libraryAnswerById,
  libraryEvidenceOf,
  libraryVersions,
  putLibraryAnswer,
  putLibraryEvidence,
  setLibraryState,
} from '../../knowledge-base/store/library.ts';
import { passageById } from '../../knowledge-base/store/passages.ts';
import { libraryRecalls, putLibraryRecalls } from '../../knowledge-base/store/recalls.ts';
import { tell } from '../desk/audit.ts';
import { dayOf, yearAfter } from '../desk/dates.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { textKey } from '../desk/text-key.ts';
import { sayPair } from './accept-candidates.ts';
import { recallLibraryQuotes } from './recall-quotes.ts';

export const saveLibraryAnswer: UseCase<'library.save'> = (desk, input, run) => {
  const id = input.id ?? desk.newId();
  const was = input.id === null ? null : libraryAnswerOf(desk, input.id);
  if (was && was.version !== input.version) {
    throw new AppError(
      'conflict',
      'This answer was changed elsewhere since you opened it. Look at it, then save again.',
      {
        read: input.version,
        stands: was.version,
      },
    );
  }
  const { version: _, ...words } = input;
  desk.store.write(db => {
    const evidence = was ? settledEvidence(db, id) : [];
    putLibraryAnswer(
      db,
      {
        ...words,
        id,
        questionKey: textKey(input.question),
        source: was?.source ?? `Written by ${run.actor}`,
        approvedBy: run.actor,
        approvedAt: desk.now(),
        state: was?.state === 'retired' ? 'retired' : 'active',
        updatedAt: desk.now(),
        evidence,
      },
      run.actor,
    );
    putLibraryRecalls(db, id, []);
    tellOf(desk, db, run, was ? 'library.edited' : 'library.added', id, was && sayPair(was), sayPair(input));
    if (was) recallLibraryQuotes(desk, db, was, { ...input, id });
  });
  return changed(desk, id);
};

/** A person stands by the words as they are; a due review is put off by a year. */
export const confirmAnswer: UseCase<'library.confirm'> = (desk, { id }, run) => {
  const was = libraryAnswerOf(desk, id);
  desk.store.write(db => {
    putLibraryEvidence(db, id, settledEvidence(db, id));
    putLibraryRecalls(db, id, []);
    const now = desk.now();
    const due = was.reviewBy !== null && was.reviewBy <= dayOf(now);
    const reviewBy = due ? yearAfter(now) : was.reviewBy;
    confirmLibraryAnswer(db, id, { approvedBy: run.actor, approvedAt: now, reviewBy });
    tellOf(desk, db, run, 'library.confirmed', id, was.state, 'active');
  });
  return changed(desk, id);
};

export const retireAnswer: UseCase<'library.retire'> = (desk, { id }, run) => {
  const was = libraryAnswerOf(desk, id);
  desk.store.write(db => {
    setLibraryState(db, id, 'retired', desk.now());
    tellOf(desk, db, run, 'library.retired', id, was.state, 'retired');
    recallLibraryQuotes(desk, db, was, null);
  });
  return changed(desk, id);
};

export const libraryHistory: UseCase<'library.history'> = (desk, { id }) => {
  libraryAnswerOf(desk, id);
  return { versions: libraryVersions(desk.store.read, id) };
};

/** Brings the words of an older version back as the newest one. */
export const restoreVersion: UseCase<'library.restore'> = (desk, { id, version }, run) => {
  const was = libraryAnswerOf(desk, id);
  const old = libraryVersions(desk.store.read, id).find(one => one.version === version);
  if (!old) throw new AppError('not-found', `The answer has no version ${version}.`, { id, version });
  const { version: _, ...standing } = was;
  const { question, choice, text } = old;
  desk.store.write(db => {
    putLibraryAnswer(
      db,
      {
        ...standing,
        question,
        choice,
        text,
        questionKey: textKey(question),
        state: 'active',
        approvedBy: run.actor,
        approvedAt: desk.now(),
        updatedAt: desk.now(),
        evidence: settledEvidence(db, id),
      },
      run.actor,
    );
    putLibraryRecalls(db, id, []);
    tellOf(desk, db, run, 'library.restored', id, sayPair(was), sayPair(old));
    recallLibraryQuotes(desk, db, was, { ...old, id });
  });
  return changed(desk, id);
};

export function libraryAnswerOf(desk: Desk, id: string): LibraryAnswer {
  const answer = libraryAnswerById(desk.store.read, id);
  if (!answer) throw new AppError('not-found', 'This answer is not in the library any more.', { id });
  return answer;
}

function changed(desk: Desk, id: string): LibraryAnswer {
  desk.emit('changed', { what: 'library' });
  desk.emit('changed', { what: 'answers' });
  return libraryAnswerOf(desk, id);
}

function tellOf(
  desk: Desk,
  db: WriteHandle,
  run: Run,
  action: string,
  id: string,
  before: string | null,
  after: string | null,
): void {
  tell(desk, db, run.actor, { action, subject: 'library', subjectId: id, before, after });
}

/** The evidence with recalled passages replaced by what stands in their place, and lost ones dropped. */
function settledEvidence(db: WriteHandle, id: string): LibraryEvidence[] {
  const recalls = new Map(libraryRecalls(db, id).map(recall => [recall.wasHash, recall]));
  return libraryEvidenceOf(db, id).flatMap(item => {
    const recall = recalls.get(item.hash);
    if (!recall) return [item];
    const passage = recall.nowId === null ? null : passageById(db, recall.nowId);
    if (!passage) return [];
    const { id: passageId, hash, text, document, at: place, documentId } = passage;
    return [{ passageId, hash, text, document, documentId, place, section: passage.heading.join(' / ') }];
  });
}
