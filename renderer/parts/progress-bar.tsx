// How far a questionnaire is: approved, drafted, needs you. The numbers stand beside the bar, so the colours
// only help.
import type { Standing } from '../../contract/review.ts';
import './progress-bar.css';

export interface Progress extends Standing {
  total: number;
}

/** `short` leaves the drafted and open numbers to the title, where room is scarce. */
export function ProgressBar(props: Progress & { short?: boolean }) {
  const { approved, drafted, needsYou, notDrafted, total, short } = props;
  const share = (n: number) => `${total === 0 ? 0 : (n / total) * 100}%`;
  const say = (n: number, words: string) => `${n.toLocaleString('en')} ${words}`;
  const whole = [
    say(approved, 'approved'),
    say(drafted, 'drafted'),
    say(needsYou, needsYou === 1 ? 'needs you' : 'need you'),
    ...(notDrafted > 0 ? [say(notDrafted, 'not drafted yet')] : []),
  ].join(', ');
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden="true">
        <i style={{ width: share(approved) }} />
        <u style={{ width: share(drafted) }} />
      </span>
      <span className="progress-words" title={short ? whole : undefined}>
        {short ? `${say(approved, 'of')} ${say(total, 'approved')}` : whole}
      </span>
    </span>
  );
}
