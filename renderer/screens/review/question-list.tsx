// The review list: thousands of rows, of which the few in sight are drawn. Moving with the keys changes two
// rows and the scroll position; the list itself is drawn again only when another block of rows comes in sight.
// Heights are fixed and known (in-sight.ts), so a key never asks the page where anything stands, which would
// lay it out before the key's own work is done.
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from '../../parts/store.ts';
import { type Desk, type DeskStore, move } from './desk.ts';
import { inSight, lineTops } from './in-sight.ts';
import { optionId, QuestionRow } from './question-row.tsx';

type Item = { section: string } | { id: string; place: number };

const rowHeight = 52;
const sectionHeight = 30;
/** Drawn at once, before the list's own height is known. */
const firstHeight = 900;

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
  const tops = useMemo(
    () => lineTops(items.map(item => ('section' in item ? sectionHeight : rowHeight))),
    [items],
  );
  const room = useMemo(() => numberRoom(store.get()), [store]);
  const box = useRef<HTMLDivElement>(null);
  /** What of which list is in sight; heard from its events, and asked only of a new list. */
  const seen = useRef<{ list: HTMLElement | null; from: number; height: number }>({
    list: null,
    from: 0,
    height: 0,
  });
  const [range, setRange] = useState(() => inSight(tops, 0, firstHeight));

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    /** The offset the list was just given here, whose scroll event brings no news. */
    let given: number | null = null;
    const draw = () => {
      const { from, height } = seen.current;
      const next = inSight(tops, from, from + height);
      setRange(now => (now.first === next.first && now.end === next.end ? now : next));
    };
    const scrollTo = (from: number) => {
      given = from;
      list.scrollTop = from;
      seen.current.from = from;
      draw();
    };
    const places = new Map(items.map((item, index) => ['id' in item ? item.id : '', index]));
    let last: string | null = null;
    const follow = () => {
      const { current } = store.get();
      if (current === last) return;
      last = current;
      const index = current === null ? undefined : places.get(current);
      if (current === null || index === undefined) {
        list.removeAttribute('aria-activedescendant');
        return;
      }
      list.setAttribute('aria-activedescendant', optionId(current));
      const { from, height } = seen.current;
      const top = tops[index] ?? 0;
      const above = items[index - 1];
      const shown = above && 'section' in above ? top - sectionHeight : top;
      if (shown < from) scrollTo(shown);
      else if (top + rowHeight > from + height) scrollTo(top + rowHeight - height);
    };
    const scrolled = () => {
      const own = given !== null;
      given = null;
      if (own) return;
      seen.current.from = list.scrollTop;
      flushSync(draw);
    };
    const sized = new ResizeObserver(([entry]) => {
      seen.current.from = list.scrollTop;
      seen.current.height = entry?.contentRect.height ?? seen.current.height;
      draw();
    });
    if (seen.current.list !== list) seen.current = { list, from: list.scrollTop, height: list.clientHeight };
    draw();
    follow();
    sized.observe(list);
    list.addEventListener('scroll', scrolled, { passive: true });
    const unsubscribe = store.subscribe(follow);
    return () => {
      sized.disconnect();
      list.removeEventListener('scroll', scrolled);
      unsubscribe();
    };
  }, [store, items, tops]);

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
        style={{ height: tops[items.length], '--number-room': `${room}ch` } as CSSProperties}
      >
        {items.slice(range.first, range.end).map((item, at) => {
          const top = tops[range.first + at] ?? 0;
          if ('section' in item) {
            return (
              <div
                key={`section-${top}`}
                role="presentation"
                className="question-section"
                style={{ top, height: sectionHeight }}
              >
                {item.section}
              </div>
            );
          }
          return (
            <QuestionRow
              key={item.id}
              store={store}
              id={item.id}
              top={top}
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
