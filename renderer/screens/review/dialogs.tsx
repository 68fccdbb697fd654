// The small questions of the review screen: a reason, a name, a comment, and which answers to approve at once.
// Fields are native ones, because a key opens these and must not wait for richer ones to be made.
import { Slider } from '@mantine/core';
import { useId, useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useKeptWords } from '../../parts/kept-words.ts';
import { count, percent } from '../../parts/words.ts';
import { approvable, type Desk } from './desk.ts';

const wordings = {
  reject: { title: 'Reject this answer', confirm: 'Reject', label: 'What is wrong with it?' },
  exclude: { title: 'Not applicable', confirm: 'Mark as not applicable', label: 'Why does it not apply?' },
  comment: { title: 'Comment', confirm: 'Add comment', label: 'Comment, seen by colleagues only' },
} as const;

export function WordsDialog(props: {
  kind: keyof typeof wordings;
  /** Where the words are kept until they are sent. */
  keptAt: string;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const { title, confirm, label } = wordings[props.kind];
  const [kept, keep] = useKeptWords<string>(props.keptAt);
  const words = kept ?? '';
  const send = () => props.onDone(words.trim());
  return (
    <Dialog
      title={title}
      confirm={confirm}
      disabled={words.trim() === ''}
      onConfirm={send}
      onClose={props.onClose}
    >
      <label className="field-label">
        {label}
        <textarea
          className="field"
          data-autofocus
          rows={3}
          value={words}
          onChange={event => keep(event.currentTarget.value || null)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.shiftKey && words.trim() !== '') {
              event.preventDefault();
              send();
            }
          }}
        />
      </label>
    </Dialog>
  );
}

export function AssignDialog(props: {
  questions: number;
  people: string[];
  now: string | null;
  onDone: (name: string | null) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(props.now ?? '');
  const peopleId = useId();
  return (
    <Dialog
      title={
        props.questions === 1 ? 'Ask someone' : `Ask someone about ${count(props.questions, 'question')}`
      }
      confirm={name.trim() === '' ? 'Assign to nobody' : 'Assign'}
      onConfirm={() => props.onDone(name.trim() || null)}
      onClose={props.onClose}
    >
      <label className="field-label">
        Name
        <input
          className="field"
          data-autofocus
          list={peopleId}
          aria-describedby={`${peopleId}-help`}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
      </label>
      <p id={`${peopleId}-help`} className="soft">
        Empty takes the question back from everybody.
      </p>
      <datalist id={peopleId}>
        {props.people.map(person => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </Dialog>
  );
}

export function BulkDialog(props: { desk: Desk; onDone: (ids: string[]) => void; onClose: () => void }) {
  const { desk } = props;
  const [threshold, setThreshold] = useState(percent(desk.context.bulkThreshold));
  const marked = desk.selected.size > 0;
  const pool = marked ? desk : { ...desk, selected: new Set(desk.visible) };
  const ids = approvable(pool, threshold / 100);
  return (
    <Dialog
      title="Approve many"
      confirm={`Approve ${count(ids.length, 'answer')}`}
      disabled={ids.length === 0}
      onConfirm={() => props.onDone(ids)}
      onClose={props.onClose}
    >
      <p>
        {marked
          ? `Of the ${count(desk.selected.size, 'marked question')}, only drafts at or above this confidence are approved.`
          : `Of the ${count(desk.visible.length, 'question')} in the list, only drafts at or above this confidence are approved.`}{' '}
        What needs you stays as it is.
      </p>
      <div>
        <p id="bulk-label" className="soft">
          Confidence at least {threshold}
        </p>
        <Slider
          thumbProps={{ 'aria-labelledby': 'bulk-label', ...({ 'data-autofocus': true } as object) }}
          min={50}
          max={100}
          value={threshold}
          onChange={setThreshold}
          label={null}
        />
      </div>
      <p className="soft">You sign them with your name. One undo takes them all back.</p>
    </Dialog>
  );
}
