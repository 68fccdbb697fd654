// Which answers an export writes: what a person approved, and on request what is drafted or edited. Nothing else
// ever reaches the customer's file.
import type { Question } from '../../contract/questionnaire.ts';
import { type Answer, answersOf } from '../../knowledge-base/store/answers.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { questionsOf } from '../../knowledge-base/store/questions.ts';
import { isBlank } from '../answers/change-answers.ts';
import { type Entries, entriesOf, markOf } from './entries.ts';

export interface ExportedAnswer {
  question: Question;
  given: Answer;
}

export interface ToExport {
  questions: Question[];
  answers: Map<string, Answer>;
  /** In file order, those with something to write. */
  exported: ExportedAnswer[];
  entries: Entries;
}

export function toExport(db: ReadHandle, id: string, includeDrafts: boolean): ToExport {
  const questions = questionsOf(db, id);
  const answers = answersOf(db, id);
  const exported = questions.flatMap(question => {
    const given = answers.get(question.id);
    return given && leaves(given, includeDrafts) && !isBlank(given) ? [{ question, given }] : [];
  });
  return { questions, answers, exported, entries: entriesOf(exported, markOf(questions)) };
}

function leaves({ state }: Answer, includeDrafts: boolean): boolean {
  switch (state) {
    case 'approved':
    case 'not-applicable': // a person decided so; it holds at most the file's own option for it
      return true;
    case 'drafted':
    case 'edited':
      return includeDrafts;
    default:
      return false;
  }
}
