// An answer's state as a shape: readable without colour, and never shown without its word nearby or as its
// label. Filled means decided by a person; a triangle asks for one.
import type { AnswerState } from '../../contract/review.ts';
import './state-mark.css';

const shapes: Record<AnswerState, React.ReactNode> = {
  empty: <circle cx="7" cy="7" r="5.2" strokeDasharray="2 2.1" />,
  drafted: <circle cx="7" cy="7" r="5.2" />,
  edited: (
    <>
      <circle cx="7" cy="7" r="5.2" />
      <path d="M7 1.8a5.2 5.2 0 0 1 0 10.4Z" className="fill" />
    </>
  ),
  'needs-you': <path d="M7 1.4 13 12.3H1ZM7 5.4v3.2M7 10.2v.4" />,
  approved: (
    <>
      <circle cx="7" cy="7" r="5.8" className="fill" />
      <path d="M4 7.2 6.2 9.4 10 5.2" className="cut" />
    </>
  ),
  rejected: (
    <>
      <circle cx="7" cy="7" r="5.8" className="fill" />
      <path d="m4.8 4.8 4.4 4.4M9.2 4.8 4.8 9.2" className="cut" />
    </>
  ),
  'not-applicable': (
    <>
      <circle cx="7" cy="7" r="5.8" className="fill" />
      <path d="M4.2 7h5.6" className="cut" />
    </>
  ),
  recalled: <path d="M11.9 5.2A5.3 5.3 0 1 0 12.3 8M12.4 1.8v3.6H8.8M7 4.4V7.4M7 9.4v.4" />,
};

export function StateMark({ state }: { state: AnswerState }) {
  return (
    <svg className={`state-mark ${state}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapes[state]}
    </svg>
  );
}
