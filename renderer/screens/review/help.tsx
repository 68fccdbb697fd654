// The keyboard card, opened with `?`. The same list feeds the guide, so it lives as data.
import { Modal } from '@mantine/core';

export const keyCard: { group: string; keys: [string, string][] }[] = [
  {
    group: 'Move',
    keys: [
      ['j / k', 'next, previous question'],
      ['n', 'next that needs you'],
      ['/', 'filter by words'],
      ['Esc', 'leave a field'],
    ],
  },
  {
    group: 'Answer',
    keys: [
      ['a', 'approve and go on'],
      ['e', 'edit the text'],
      ['c / C', 'next, previous choice'],
      ['1 to 9', 'use a passage; with Shift add it'],
      ['l', 'use the answer approved before'],
      ['r', 'reject with a reason'],
      ['d', 'not applicable, with a reason'],
      ['o', 'open again'],
    ],
  },
  {
    group: 'People',
    keys: [
      ['s', 'ask someone'],
      ['m', 'comment'],
      ['i', 'why this passage'],
      ['h', 'history of this answer'],
    ],
  },
  {
    group: 'Many',
    keys: [
      ['x', 'mark, unmark'],
      ['X', 'mark all in the list, or none'],
      ['b', 'approve many above a confidence'],
    ],
  },
  {
    group: 'Anywhere',
    keys: [
      ['Ctrl Z / u', 'undo'],
      ['Ctrl Shift Z / U', 'redo'],
      ['Ctrl K', 'find any command, question or screen'],
      ['?', 'this card'],
    ],
  },
];

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keys" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className="key-card">
        {keyCard.map(({ group, keys }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
