// A due date with its urgency in words: overdue and near dates are visible without opening anything.
import type { QuestionnaireSummary } from '../../contract/review.ts';
import { daysUntil, sayDay } from './dates.ts';
import { WarnIcon } from './icons.tsx';
import './due.css';

export function Due({
  summary,
}: {
  summary: Pick<QuestionnaireSummary, 'due' | 'exportedAt' | 'finishedAt'>;
}) {
  const { due, exportedAt, finishedAt } = summary;
  if (due === null) return <span className="due faint">no due date</span>;
  const days = daysUntil(due);
  if (exportedAt || finishedAt) return <span className="due soft">due {sayDay(due)}</span>;
  if (days < 0) {
    return (
      <span className="due bad">
        <WarnIcon size={13} /> overdue since {sayDay(due)}
      </span>
    );
  }
  const near = days === 0 ? ', today' : days === 1 ? ', tomorrow' : days < 4 ? `, in ${days} days` : '';
  return (
    <span className={near ? 'due warn' : 'due soft'}>
      due {sayDay(due)}
      {near}
    </span>
  );
}
