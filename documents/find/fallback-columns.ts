// Where no header names a place for the answer: scores a self-assessment asks for, and empty columns under words the
// lexicon does not know.
import type { GridView } from './grid-view.ts';
import type { Layout } from './layout.ts';
import { short } from './short-words.ts';
import type { Table } from './tables.ts';

/** Self-assessments ask for scores: they are answers where nothing else is. */
export function scoresAsAnswers(layout: Layout): void {
  const usable = layout.roles.filter(one => {
    const fact = layout.facts.get(one.column);
    return one.role === 'score' && fact && fact.formulas === 0 && (fact.own === 0 || fact.lists >= 0.5);
  });
  const after = usable.filter(one => layout.question !== null && one.column > layout.question);
  for (const one of after) {
    one.why += ' It is empty and nothing else asks for the answer, so it is one.';
    one.role = (layout.facts.get(one.column)?.lists ?? 0) >= 0.5 ? 'choice' : 'text';
    layout.slots.push({ column: one.column, kind: 'score', option: null, options: null, guessed: false });
  }
  layout.slots.sort((a, b) => a.column - b.column);
}

/** Empty merged cells that start at one column, beside the questions of most rows: drawn for the answers. */
export function drawnAnswers(view: GridView, table: Table, layout: Layout): void {
  const { question } = layout;
  if (question === null) return;
  const rows = table.body.filter(row => view.text(row, question) !== '');
  const starts = new Map<number, number>();
  for (const row of rows) {
    const column = (view.merge(row, question)?.right ?? question) + 1;
    const drawn = view.merge(row, column);
    if (!drawn || drawn.left !== column || drawn.top !== row || drawn.bottom !== row) continue;
    if (view.text(row, column) === '' && !view.cell(row, column)?.formula)
      starts.set(column, (starts.get(column) ?? 0) + 1);
  }
  const [column, count] = [...starts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (count < 2 || count < rows.length * 0.5 || layout.facts.get(column)?.own) return;
  layout.roles.push({
    column,
    role: 'text',
    header: null,
    option: null,
    why: 'Empty merged cells beside the questions: drawn for the answers.',
  });
  layout.slots.push({ column, kind: 'answer', option: null, options: null, guessed: false });
}

/** A header in a language or wording the lexicon lacks: empty columns after the question are for the answer. */
export function unknownHeaders(table: Table, layout: Layout): void {
  const { question } = layout;
  if (question === null) return;
  const after = layout.roles.filter(one => {
    const fact = layout.facts.get(one.column);
    const reading = table.headers.get(one.column)?.reading ?? null;
    return (
      one.column > question &&
      one.header !== null &&
      reading === null &&
      fact &&
      fact.own === 0 &&
      !fact.hidden
    );
  });
  for (const [order, one] of after.slice(0, 3).entries()) {
    one.role = order === 0 ? 'text' : 'comment';
    one.why = `Headed “${short(one.header ?? '')}”, empty and after the questions: the place for the answer.`;
    layout.slots.push({
      column: one.column,
      kind: order === 0 ? 'answer' : 'comment',
      option: null,
      options: null,
      guessed: true,
    });
  }
}
