// What the list shows: tabs with their counts, words, section and person. `/` jumps to the words.
import { useMemo } from 'react';
import { Button } from '../../parts/button.tsx';
import { useStore } from '../../parts/store.ts';
import { applyFilter, type DeskStore } from './desk.ts';
import { countTabs, tabs, tabWords } from './filter.ts';

export const filterId = 'question-filter';

const namesOf = (values: Iterable<string | null>) =>
  [...new Set(values)].filter(value => value !== null).sort();

export function ListFilter({ store }: { store: DeskStore }) {
  const rows = useStore(store, desk => desk.rows);
  const filter = useStore(store, desk => desk.filter);
  const context = useStore(store, desk => desk.context);
  const counts = useMemo(() => countTabs(rows.values(), context), [rows, context]);
  const people = useMemo(() => namesOf([...rows.values()].map(row => row.assignee)), [rows]);
  const size = rows.size;
  // Sections never change while a file is open, so the number of rows stands for them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const sections = useMemo(
    () => [...new Set([...rows.values()].map(row => row.section ?? ''))],
    [store, size],
  );
  const shown = tabs.filter(
    tab => tab === 'all' || tab === 'needs-you' || counts[tab] > 0 || filter.tab === tab,
  );
  const set = (part: Partial<typeof filter>) => store.update(desk => applyFilter(desk, part));
  return (
    <div className="list-filter">
      <fieldset className="line wrap" aria-label="Show">
        {shown.map(tab => (
          <Button key={tab} kind="chip" aria-pressed={filter.tab === tab} onClick={() => set({ tab })}>
            {tabWords[tab]} {counts[tab].toLocaleString('en')}
          </Button>
        ))}
      </fieldset>
      <input
        id={filterId}
        className="field"
        type="search"
        aria-label="Filter questions by words"
        placeholder="Words in question or answer"
        value={filter.words}
        onChange={event => set({ words: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <div className="line">
        {sections.length > 1 ? (
          <select
            className="field half"
            aria-label="Section"
            value={filter.section ?? '\u0000'}
            onChange={event =>
              set({ section: event.currentTarget.value === '\u0000' ? null : event.currentTarget.value })
            }
          >
            <option value={'\u0000'}>All sections</option>
            {sections.map(section => (
              <option key={section} value={section}>
                {section || 'No section'}
              </option>
            ))}
          </select>
        ) : null}
        {people.length > 0 ? (
          <select
            className="field half"
            aria-label="Person"
            value={filter.assignee ?? ''}
            onChange={event => set({ assignee: event.currentTarget.value || null })}
          >
            <option value="">Anyone</option>
            {people.map(person => (
              <option key={person} value={person}>
                {person}
              </option>
            ))}
          </select>
        ) : null}
      </div>
    </div>
  );
}
