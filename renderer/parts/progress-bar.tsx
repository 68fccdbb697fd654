// How far a questionnaire is: approved, drafted, needs you. The numbers stand beside the bar, so the colours
// only help.
import './progress-bar.css';

export interface Standing {
  approved: number;
  drafted: number;
  needsYou: number;
  total: number;
}

/** `short` leaves the drafted and open numbers to the title, where room is scarce. */
export function ProgressBar({ approved, drafted, needsYou, total, short }: Standing & { short?: boolean }) {
  const share = (n: number) => `${total === 0 ? 0 : (n / total) * 100}%`;
  const need = needsYou === 1 ? 'needs' : 'need';
  const whole = `${approved.toLocaleString('en')} approved, ${drafted.toLocaleString('en')} drafted, ${needsYou.toLocaleString('en')} ${need} you`;
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden="true">
        <i style={{ width: share(approved) }} />
        <u style={{ width: share(drafted) }} />
      </span>
      <span className="progress-words" title={short ? whole : undefined}>
        {short ? `${approved.toLocaleString('en')} of ${total.toLocaleString('en')} approved` : whole}
      </span>
    </span>
  );
}
