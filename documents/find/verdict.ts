// Is this table a list of questions? The evidence is added up and said in one sentence, so that a person can
// agree or overrule it.
import type { Question } from '../../contract/questionnaire.ts';
import type { GridView } from './grid-view.ts';
import type { Layout } from './layout.ts';
import { phraseTest, plainWords } from './plain-words.ts';
import { questionShape } from './question-shape.ts';
import type { Table } from './tables.ts';
import { lookupSheets, reportSheets } from './words/form-words.ts';

export interface Verdict {
  included: boolean;
  confidence: number;
  why: string;
}

const lookup = phraseTest(lookupSheets);
const report = phraseTest(reportSheets);

export const isLookupName = (name: string) => lookup(plainWords(name));
export const isReportName = (name: string) => report(plainWords(name));

const no = (confidence: number, why: string): Verdict => ({ included: false, confidence, why });
const yes = (confidence: number, why: string): Verdict => ({ included: true, confidence, why });

/** A form whose questions a macro or a download brings. */
export const awaitsQuestions = (table: Table, layout: Layout) =>
  table.body.length === 0 && layout.slots.length > 0;

export function judgeTable(view: GridView, table: Table, layout: Layout, questions: Question[]): Verdict {
  const { grid } = view;
  if (grid.state !== 'visible')
    return no(0.95, 'The sheet is hidden: it feeds other sheets and is not filled in.');
  if (table.body.length === 0)
    return awaitsQuestions(table, layout)
      ? no(0.9, 'It has columns for answers, but no question stands below its header yet.')
      : no(0.9, 'Nothing stands below the header.');
  if (layout.question === null) return no(0.8, 'No column reads like a list of questions.');
  if (questions.length === 0) return no(0.7, 'No row is left once headings and empty rows are set aside.');
  const shape = meanShape(questions);
  const strong = layout.slots.filter(slot => !slot.guessed && slot.kind !== 'comment');
  const labelled = layout.questionWeight;
  const answered = answeredShare(questions);
  if (layout.formulaAnswers > 0 && strong.length <= layout.formulaAnswers) {
    const own = questions.filter(question => question.slots.length > 0).length;
    if (own < questions.length / 2 || isReportName(grid.name)) {
      return no(0.9, 'Its answers are formulas over other sheets: it reports what was answered there.');
    }
  }
  if (layout.formulaAnswers > 0 && isReportName(grid.name)) {
    return no(0.85, 'It sums up answers given on other sheets; the customer fills in the rest.');
  }
  const listed = strong.some(
    slot => slot.kind === 'mark' || (layout.facts.get(slot.column)?.lists ?? 0) >= 0.3,
  );
  if (isLookupName(grid.name) && grid.kind === 'sheet' && !(listed && (labelled >= 2 || shape >= 0.4))) {
    return no(0.85, `A sheet called “${grid.name}” explains or feeds the others.`);
  }
  if (strong.length > 0) {
    if (answered > 0.9 && labelled < 3 && shape < 0.6) {
      return no(0.6, 'Every column is already filled and nothing asks: it is a list of data.');
    }
    if (labelled < 2 && shape < 0.3 && filledVaried(questions)) {
      return no(0.6, 'Its drop-downs already hold different values: a list of data.');
    }
    if (labelled >= 2 || shape >= 0.3 || (listed && labelled >= 1)) {
      return yes(listed && shape >= 0.3 ? 0.97 : 0.9, sayFound(questions, layout));
    }
    if (listed && (layout.reference !== null || waitsAlike(questions)))
      return yes(0.75, sayFound(questions, layout));
    return no(0.55, 'There are columns to fill, but the texts beside them do not ask anything.');
  }
  const comment = layout.slots.some(slot => slot.kind === 'comment' && !slot.guessed);
  if (comment && answered < 0.5 && (labelled >= 3 || (labelled >= 2 && shape >= 0.3) || shape >= 0.6)) {
    return yes(0.8, sayFound(questions, layout));
  }
  if (layout.slots.some(slot => slot.guessed) && (labelled >= 3 || shape >= 0.5))
    return yes(0.65, sayFound(questions, layout));
  if (
    (labelled >= 3 && shape >= 0.4) ||
    (shape >= 0.75 && questions.length >= 3 && otherTexts(layout) <= 1)
  ) {
    if (isReportName(grid.name)) return no(0.6, 'It repeats questions without a place to answer them.');
    return yes(0.5, `${sayCount(questions)}, but no column for the answers.`);
  }
  return no(0.75, 'Nothing in it waits for an answer: no answer column, drop-down or box.');
}

function meanShape(questions: Question[]): number {
  const sum = questions.reduce((total, question) => total + questionShape(question.text), 0);
  return sum / Math.max(1, questions.length);
}

/** Most choices are made, and not all alike. */
function filledVaried(questions: Question[]): boolean {
  const choices = questions.flatMap(question => question.slots.filter(slot => slot.role === 'choice'));
  const made = choices.flatMap(slot => slot.value ?? []);
  return made.length > choices.length * 0.6 && new Set(made).size > 1;
}

/** Every list is empty or still shows the same default: nobody has filled it in. */
function waitsAlike(questions: Question[]): boolean {
  const values = questions.flatMap(question =>
    question.slots.filter(slot => slot.role !== 'text').map(slot => slot.value ?? ''),
  );
  return questions.length >= 3 && values.length > 0 && new Set(values).size === 1;
}

/** Columns of prose beside the questions: many make it a table of data. */
function otherTexts(layout: Layout): number {
  const plain = layout.roles.filter(one => !['question', 'reference', 'section'].includes(one.role));
  return plain.filter(one => {
    const fact = layout.facts.get(one.column);
    return fact && fact.length >= 12 && fact.filled > fact.rows * 0.3;
  }).length;
}

function answeredShare(questions: Question[]): number {
  const withSlots = questions.filter(question => question.slots.length > 0);
  const filled = withSlots.filter(question =>
    question.slots.every(slot => slot.role === 'text' && slot.optional && slot.value !== undefined),
  );
  return withSlots.length === 0 ? 0 : filled.length / withSlots.length;
}

const sayCount = (questions: Question[]) =>
  `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`;

function sayFound(questions: Question[], layout: Layout): string {
  const names = layout.slots.map(
    slot => layout.roles.find(one => one.column === slot.column)?.header ?? `column ${slot.column}`,
  );
  const shown = names
    .slice(0, 4)
    .map(name => `“${name.replace(/\s+/g, ' ').slice(0, 40)}”`)
    .join(', ');
  return `${sayCount(questions)}, answered under ${shown}${names.length > 4 ? ' and more' : ''}.`;
}
