// What happened to one answer, newest first: who, when, and from which words to which. Read when it is opened.
import { useQuery } from '@tanstack/react-query';
import type { AnswerRow } from '../../../contract/review.ts';
import { getAnswerHistory } from '../../api.ts';
import { AuditChange } from '../../parts/audit-change.tsx';
import { sayAction } from '../../parts/audit-words.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { Trouble, Waiting } from '../../parts/notice.tsx';

export function AnswerHistory(props: {
  questionnaire: string;
  row: AnswerRow;
  open: boolean;
  onToggle: () => void;
}) {
  const { questionnaire, row, open, onToggle } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['answer-history', questionnaire, row.questionId, row.version, row.comments],
    queryFn: () => getAnswerHistory(questionnaire, row.questionId),
    enabled: open,
  });
  return (
    <section aria-label="History of this answer">
      <div className="line">
        <h3>History of this answer</h3>
        <Button kind="quiet" keys="h" aria-expanded={open} onClick={onToggle}>
          {open ? 'Hide' : 'Show'}
        </Button>
      </div>
      {open && error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {open && !data && !error ? <Waiting what="Reading the record" /> : null}
      {open && data ? (
        <ol className="answer-history">
          {data.map(entry => (
            <li key={entry.id}>
              <p>
                <b>{entry.actor || 'Vouch'}</b> {sayAction(entry.action)}{' '}
                <span className="faint">{sayMoment(entry.at)}</span>
              </p>
              <AuditChange entry={entry} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
