// The question in its place: section, guidance, answer, what is not stated, the customer's sheet around it,
// neighbours and comments. It shows the row at once and fills in the detail when it comes.
import { useMemo } from 'react';
import { sayPlace } from '../../../contract/place.ts';
import type { AnswerDetail, AnswerRow } from '../../../contract/review.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { DiffText } from '../../parts/diff-text.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { gridCell } from '../../parts/sheet-cells.ts';
import { SheetPicture } from '../../parts/sheet-picture.tsx';
import { AnswerCard } from './answer-card.tsx';
import { AnswerHistory } from './answer-history.tsx';
import type { Deeds } from './deeds.ts';
import type { DeskStore } from './desk.ts';
import { Neighbours } from './neighbours.tsx';
import type { Asked } from './slots.ts';

const outcomeTags = {
  answered: null,
  partly: { tone: 'warn', words: 'partly stated' },
  'not-stated': { tone: 'warn', words: 'not stated' },
} as const;

/** Characters above which a question is read as a paragraph and no longer as a heading. */
const longQuestion = 240;

/** The answer at the cells it will be written to, for the picture. */
function slotCells(detail: AnswerDetail, row: AnswerRow): Map<string, string> {
  const values = new Map<string, string>();
  detail.question.slots.forEach((slot, index) => {
    const cell = gridCell(slot.at, detail.picture);
    if (!cell) return;
    const own = detail.slotValues[String(index)];
    const mark = slot.option !== undefined && slot.option === row.choice ? 'x' : '';
    const value =
      own ?? (slot.role === 'text' ? row.answer : slot.role === 'choice' ? (row.choice ?? '') : mark);
    values.set(`${cell.row}:${cell.column}`, value);
  });
  return values;
}

export function QuestionPanel(props: {
  store: DeskStore;
  row: AnswerRow;
  detail: AnswerDetail | undefined;
  asked: Asked;
  deeds: Deeds;
  history: boolean;
  onHistory: () => void;
}) {
  const { store, row, detail, asked, deeds, history, onHistory } = props;
  const questionnaire = store.get().summary.id;
  const draft = detail?.draft;
  const tag = row.outcome ? outcomeTags[row.outcome] : null;
  const top = draft?.citations[0] ?? null;
  // A question of one part that is not stated is what the reason above says already.
  const missing = draft?.notStated.filter(part => part !== row.text) ?? [];
  // Nor is it said twice where the reason is the list of what is missing.
  const saysMissing = (reason: string) => missing.length > 0 && reason.startsWith('Not stated:');
  const values = useMemo(() => (detail ? slotCells(detail, row) : undefined), [detail, row]);
  return (
    <article className="question-panel" aria-label="Question">
      <div className="question-place">
        {row.section ? <span>{row.section}</span> : null}
        <span>{sayPlace(row.at)}</span>
        {row.optional ? <span className="tag">optional</span> : null}
        {row.changed ? <span className="tag accent">changed since last time</span> : null}
        {tag ? <span className={`tag ${tag.tone}`}>{tag.words}</span> : null}
      </div>
      <h2 className={row.text.length > longQuestion ? 'question-words long' : 'question-words'}>
        {row.ref ? <span className="ref">{row.ref}</span> : null}
        {row.text}
      </h2>
      {detail?.question.guidance ? (
        <ScrollRegion className="guidance" label="Guidance">
          {detail.question.guidance}
        </ScrollRegion>
      ) : null}
      {row.state === 'recalled' && detail
        ? detail.recalled.map(recall => (
            <div key={`${recall.document}${recall.was}`} className="card recalled">
              <h3>Changed in {recall.document} since this was approved</h3>
              <p>
                <DiffText was={recall.was} now={recall.now} />
              </p>
            </div>
          ))
        : null}
      <AnswerCard questionnaire={questionnaire} row={row} detail={detail} asked={asked} deeds={deeds} />
      <div className="why">
        {detail?.reason && row.state !== 'drafted' && detail.reason !== draft?.reason ? (
          <p>
            <b>Reason:</b> {detail.reason}
          </p>
        ) : null}
        {draft?.reason && !saysMissing(draft.reason) ? <p>{draft.reason}</p> : null}
        {missing.length > 0 ? (
          <p>
            <b>Not stated:</b> {missing.join('; ')}
          </p>
        ) : null}
        {top && top.parts.length > 0 ? (
          <p>
            <b>Why this passage:</b>{' '}
            {top.parts
              .filter(part => part.value > 0)
              .slice(0, 3)
              .map(part => part.words)
              .join('; ')}
          </p>
        ) : null}
      </div>
      {detail?.picture ? (
        <section>
          <h3>On the customer's sheet</h3>
          <SheetPicture
            compact
            picture={detail.picture}
            row={gridCell(row.at)?.row}
            {...(values ? { values } : {})}
          />
        </section>
      ) : null}
      <section aria-label="Comments">
        <div className="line">
          <h3>Comments, seen by colleagues only</h3>
          <Button kind="quiet" keys="m" onClick={deeds.comment}>
            Comment
          </Button>
        </div>
        <ul className="comments">
          {detail?.comments.map(comment => (
            <li key={comment.id}>
              <b>{comment.author}</b> <span className="faint">{sayMoment(comment.at)}</span>
              <p>{comment.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <AnswerHistory questionnaire={questionnaire} row={row} open={history} onToggle={onHistory} />
      {detail ? <Neighbours store={store} detail={detail} /> : null}
    </article>
  );
}
