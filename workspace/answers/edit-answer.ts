// What a person types. The version they read must still be the one that stands; saving the words that stand
// changes nothing, whichever version was read.

import type { CallInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/outcome.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { Citation } from '../../knowledge-base/store/citations.ts';
import { draftOf } from '../../knowledge-base/store/drafts.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { libraryAnswerById } from '../../knowledge-base/store/library.ts';
import { passageById } from '../../knowledge-base/store/passages.ts';
import { questionById } from '../../knowledge-base/store/questions.ts';
import type { AnswerSnapshot } from '../../knowledge-base/store/undo-steps.ts';
import type { UseCase } from '../desk/desk.ts';
import { changeAnswers, noSuchAnswer, sayAnswer } from './change-answers.ts';
import { cite, evidenceOfLibraryAnswer, evidenceOfPassage } from './cite.ts';
import { optionsOf } from './options.ts';

export const editAnswer: UseCase<'answer.edit'> = (desk, input, run) => {
  const { questionnaire, question } = input;
  const asked = questionById(desk.store.read, questionnaire, question);
  if (!asked) throw noSuchAnswer(question);
  checkValues(asked, input);
  const changing = { questionnaire, questions: [question], action: 'answer.edited' };
  const { rows } = changeAnswers(desk, run, changing, (answer, before, db) => {
    const now: AnswerSnapshot = {
      ...before,
      choice: input.choice === undefined ? before.choice : input.choice,
      text: input.text ?? before.text,
      slotValues: input.slotValues ?? before.slotValues,
      citations: input.citations
        ? input.citations.map(id => citationOf(db, input, id, before))
        : before.citations,
    };
    // First, so that a save is not refused whose answer was lost on the way and which is sent again.
    if (sameWords(before, now)) return null;
    if (answer.version !== input.version) throw changedMeanwhile(input.version, answer.version);
    const edited: AnswerSnapshot = {
      ...now,
      state: 'edited',
      origin: 'person',
      approvedBy: null,
      approvedAt: null,
    };
    return { now: edited, before: sayAnswer(before), after: sayAnswer(edited) };
  });
  return { rows };
};

function checkValues(question: Question, input: CallInput<'answer.edit'>): void {
  const options = optionsOf(question);
  if (input.choice != null && options.length > 0 && !options.includes(input.choice)) {
    throw new AppError(
      'bad-input',
      `The file does not offer "${input.choice}". It offers: ${options.join(', ')}.`,
    );
  }
  for (const [index, value] of Object.entries(input.slotValues ?? {})) {
    const slot = question.slots[Number(index)];
    if (!slot) throw new AppError('bad-input', `The question has no cell number ${index}.`);
    if (slot.role === 'choice' && value !== '' && slot.options && !slot.options.includes(value)) {
      throw new AppError(
        'bad-input',
        `The file does not offer "${value}". It offers: ${slot.options.join(', ')}.`,
      );
    }
  }
}

function changedMeanwhile(read: number, stands: number): AppError {
  return new AppError(
    'conflict',
    'This answer was changed elsewhere since you opened it. Look at the newer words, then save yours again.',
    { read, stands },
  );
}

/** The citation of this id: one that stands already, one the draft offered, or any passage or library answer. */
function citationOf(
  db: WriteHandle,
  { questionnaire, question }: { questionnaire: string; question: string },
  id: string,
  before: AnswerSnapshot,
): Citation {
  const standing = before.citations.find(citation => citation.evidence.id === id);
  if (standing) return standing;
  const draft = draftOf(db, questionnaire, question);
  const offered = [...(draft?.citations ?? []), ...(draft?.candidates ?? [])].find(
    evidence => evidence.id === id,
  );
  if (offered) return cite(db, offered);
  const passage = passageById(db, id);
  if (passage) return cite(db, evidenceOfPassage(passage));
  const answer = libraryAnswerById(db, id);
  if (answer) return cite(db, evidenceOfLibraryAnswer(answer));
  throw new AppError('not-found', 'This evidence is not in the workspace any more. Choose another.', { id });
}

function sameWords(a: AnswerSnapshot, b: AnswerSnapshot): boolean {
  const said = (s: AnswerSnapshot) =>
    JSON.stringify([s.choice, s.text, s.slotValues, s.citations.map(citation => citation.evidence.id)]);
  return said(a) === said(b);
}
