// One line of the review list. It redraws only when its own row, or whether it is current or selected,
// changes; the list around it does not.
import { memo } from 'react';
import { stateWords } from '../../../contract/review.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useStore } from '../../parts/store.ts';
import { percent } from '../../parts/words.ts';
import { type DeskStore, stand, toggleSelected } from './desk.ts';

export interface QuestionRowProps {
  store: DeskStore;
  id: string;
  top: number;
  height: number;
  place: number;
  of: number;
}

export const optionId = (id: string) => `question-${id}`;

export const QuestionRow = memo(function QuestionRow({
  store,
  id,
  top,
  height,
  place,
  of,
}: QuestionRowProps) {
  const row = useStore(store, desk => desk.rows.get(id));
  const current = useStore(store, desk => desk.current === id);
  const selected = useStore(store, desk => desk.selected.has(id));
  if (!row) return null;
  const drafted = row.state === 'drafted' || row.state === 'edited' || row.state === 'approved';
  const words = [
    stateWords[row.state],
    row.assignee ? `with ${row.assignee}` : null,
    selected ? 'marked' : null,
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox that owns this option handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names this option active
    <div
      id={optionId(id)}
      role="option"
      aria-selected={current}
      aria-setsize={of}
      aria-posinset={place}
      className={`question-row${current ? ' current' : ''}${selected ? ' picked' : ''}`}
      style={{ top, height }}
      onClick={event =>
        store.update(desk => (event.ctrlKey || event.metaKey ? toggleSelected(desk, id) : stand(desk, id)))
      }
    >
      <StateMark state={row.state} />
      <span className="ref">{row.ref ?? row.position + 1}</span>
      <span className="words">{row.text}</span>
      <span className="side">
        {drafted && row.confidence > 0 ? percent(row.confidence) : ''}
        {row.assignee ? <b aria-hidden="true">{initials(row.assignee)}</b> : null}
      </span>
      <span className="sr">, {words.filter(Boolean).join(', ')}</span>
    </div>
  );
});

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word[0]?.toUpperCase() ?? '')
    .join('');
}
