// The answer as the customer will see it, and what a person can do with it. Every button is also a key; the
// footer of the card says whether what was typed has reached the disk.
import { type AnswerDetail, type AnswerRow, stateWords } from '../../../contract/review.ts';
import { Button } from '../../parts/button.tsx';
import { Key } from '../../parts/key.tsx';
import { AnswerLength, AnswerText } from './answer-text.tsx';
import { Choices } from './choices.tsx';
import type { Deeds } from './deeds.ts';
import { edit } from './open-desks.ts';
import { Saving } from './saving.tsx';
import { SingleCells } from './single-cells.tsx';
import type { Asked } from './slots.ts';

const fromWords = { policy: 'from policy', library: 'approved before', none: 'no source' } as const;
const tones: Partial<Record<AnswerRow['state'], string>> = {
  approved: 'ok',
  'needs-you': 'warn',
  recalled: 'warn',
  rejected: 'bad',
  edited: 'accent',
};

export function AnswerCard(props: {
  questionnaire: string;
  row: AnswerRow;
  detail: AnswerDetail | undefined;
  asked: Asked;
  deeds: Deeds;
}) {
  const { questionnaire, row, detail, asked, deeds } = props;
  const id = row.questionId;
  const done = row.state === 'approved' || row.state === 'rejected' || row.state === 'not-applicable';
  const text = detail?.text ?? row.answer;
  const source = detail?.draft && row.state !== 'edited' ? fromWords[detail.draft.source] : null;
  return (
    <section className="card answer-card" aria-label="Answer as the customer will see it">
      <div className="answer-head">
        <h3>Answer as the customer will see it</h3>
        <Button kind="quiet" onClick={deeds.redraft}>
          Draft again
        </Button>
        {source ? <span className="tag">{source}</span> : null}
        <span className={`tag ${tones[row.state] ?? ''}`}>{stateWords[row.state]}</span>
      </div>
      {asked.options.length > 0 ? (
        <div className="answer-choice">
          <Choices
            options={asked.options}
            choice={row.choice}
            onChoose={choice => edit(questionnaire, id, { choice })}
          />
          <Key name="c" />
        </div>
      ) : null}
      {asked.text ? (
        <AnswerText key={id} questionnaire={questionnaire} question={id} text={text} limit={asked.limit} />
      ) : null}
      {asked.several.length > 0 && detail ? (
        <SingleCells
          key={`cells-${id}`}
          questionnaire={questionnaire}
          question={id}
          detail={detail}
          asked={asked}
        />
      ) : null}
      <div className="answer-meta">
        <Saving questionnaire={questionnaire} question={id} />
        {asked.text ? (
          <AnswerLength questionnaire={questionnaire} question={id} text={text} limit={asked.limit} />
        ) : null}
      </div>
      <div className="answer-foot">
        {done ? (
          <Button keys="o" onClick={deeds.reopen}>
            Open again
          </Button>
        ) : (
          <Button kind="primary" keys="a" onClick={deeds.approve}>
            {row.state === 'recalled' ? 'Still right' : 'Approve'}
          </Button>
        )}
        <Button keys="e" onClick={deeds.edit}>
          Edit
        </Button>
        <Button keys="s" onClick={deeds.assign}>
          {row.assignee ? `With ${row.assignee}` : 'Ask someone'}
        </Button>
        <Button keys="r" onClick={deeds.reject}>
          Reject
        </Button>
        <Button kind="quiet" keys="d" onClick={deeds.exclude}>
          Not applicable
        </Button>
      </div>
    </section>
  );
}
