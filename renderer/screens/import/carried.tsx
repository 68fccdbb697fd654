// Answers carried over from last time or from the library, with what differs between the two wordings.
import type { CallOutput } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { DiffText } from '../../parts/diff-text.tsx';
import { count, percent } from '../../parts/words.ts';

export type CarryResult = CallOutput<'questionnaire.carry'>;

export function Carried({ result, onClose }: { result: CarryResult; onClose: () => void }) {
  const differing = result.carried.filter(item => !item.same);
  const same = result.carried.length - differing.length;
  const questions = new Map(result.rows.map(row => [row.questionId, row]));
  return (
    <section className="card carried" aria-label="Answers carried over">
      <div className="line">
        <h2>
          {result.carried.length === 0
            ? 'No past answer fits this file'
            : `${count(result.carried.length, 'answer')} carried over`}
        </h2>
        <Button className="push" onClick={onClose}>
          Close
        </Button>
      </div>
      {same > 0 ? <p className="soft">{count(same, 'question')} word for word the same.</p> : null}
      {differing.length > 0 ? (
        <ul>
          {differing.map(item => (
            <li key={item.question}>
              <span className="mono faint">
                {questions.get(item.question)?.ref ?? ''} {percent(item.score)}%
              </span>
              <DiffText was={item.was} now={item.now} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
