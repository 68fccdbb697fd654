// The review list: thousands of rows, of which the few in sight are drawn. Moving with the keys changes two
// rows and the scroll position, never the list.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../parts/store.ts';
import { type Desk, type DeskStore, move } from './desk.ts';
import { optionId, QuestionRow } from './question-row.tsx';

type Item = { section: string } | { id: string; place: number };

const rowHeight = 52;
const sectionHeight = 30;

function itemsOf(desk: Desk): Item[] {
  const items: Item[] = [];
  let section: string | null = null;
  desk.visible.forEach((id, index) => {
    const name = desk.rows.get(id)?.section ?? '';
    if (name !== section && (name !== '' || section !== null)) items.push({ section: name || 'No section' });
    section = name;
    items.push({ id, place: index + 1 });
  });
  return items;
}

/** Room for the customer's numbers, in characters: what the longest one takes, within reason. */
function numberRoom(desk: Desk): number {
  let longest = 2;
  for (const { ref, position } of desk.rows.values())
    longest = Math.max(longest, ref?.length ?? String(position + 1).length);
  return Math.min(longest, 9);
}

const keySteps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function QuestionList({ store }: { store: DeskStore }) {
  const visible = useStore(store, desk => desk.visible);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sections change only with the visible rows
  const items = useMemo(() => itemsOf(store.get()), [store, visible]);
  const room = useMemo(() => numberRoom(store.get()), [store]);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: index => (items[index] && 'section' in items[index] ? sectionHeight : rowHeight),
    getItemKey: index => {
      const item = items[index];
      return item ? ('section' in item ? `s${index}` : item.id) : index;
    },
    overscan: 8,
  });

  useEffect(() => {
    virtual.measure();
    // Heights are fixed, so where a row stands is known without asking the page, which would lay it out first.
    const tops: number[] = [];
    let total = 0;
    for (const item of items) {
      tops.push(total);
      total += 'section' in item ? sectionHeight : rowHeight;
    }
    const bringIntoView = (index: number) => {
      const seen = virtual.scrollRect?.height ?? 0;
      const from = virtual.scrollOffset ?? 0;
      const top = tops[index] ?? 0;
      if (!box.current || (top >= from && top + rowHeight <= from + seen)) return;
      box.current.scrollTop = top < from ? top : top + rowHeight - seen;
    };
    const places = new Map(items.map((item, index) => ['id' in item ? item.id : '', index]));
    let last: string | null = null;
    const follow = () => {
      const { current } = store.get();
      if (current === last) return;
      last = current;
      const index = current === null ? undefined : places.get(current);
      if (current === null || index === undefined) box.current?.removeAttribute('aria-activedescendant');
      else {
        box.current?.setAttribute('aria-activedescendant', optionId(current));
        bringIntoView(index);
      }
    };
    follow();
    return store.subscribe(follow);
  }, [store, items, virtual]);

  if (visible.length === 0) return <p className="question-none soft">Nothing here. Choose another filter.</p>;
  return (
    <div
      ref={box}
      className="question-list"
      role="listbox"
      aria-label="Questions"
      tabIndex={0}
      onKeyDown={event => {
        const steps = keySteps[event.key];
        if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        store.update(desk => move(desk, steps));
      }}
    >
      <div
        role="presentation"
        className="question-list-all"
        style={{ height: virtual.getTotalSize(), '--number-room': `${room}ch` } as CSSProperties}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index];
          if (!item) return null;
          if ('section' in item) {
            return (
              <div
                key={key}
                role="presentation"
                className="question-section"
                style={{ transform: `translateY(${start}px)`, height: sectionHeight }}
              >
                {item.section}
              </div>
            );
          }
          return (
            <QuestionRow
              key={key}
              store={store}
              id={item.id}
              top={start}
              height={rowHeight}
              place={item.place}
              of={visible.length}
            />
          );
        })}
      </div>
    </div>
  );
}
