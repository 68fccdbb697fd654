// The keys of the review screen. The card that `?` opens (help.tsx) says the same in words.
import { useEffect } from 'react';
import { useShortcuts } from '../../shell/shortcuts.ts';
import type { Asking } from './asking.tsx';
import type { Deeds } from './deeds.ts';
import { type DeskStore, move, nextNeedingYou, selectOnly, toggleSelected } from './desk.ts';
import { filterId } from './list-filter.tsx';
import { redo, undo } from './work.ts';

const digits = Array.from({ length: 9 }, (_, index) => index + 1);
const inField = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/** Shift and a digit types another sign on each keyboard, so the key is known by where it stands. */
function useAddingKeys(deeds: Deeds): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (digit && event.shiftKey && !inField(event.target)) deeds.takeNumber(Number(digit), true);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [deeds]);
}

export function useReviewKeys(props: {
  store: DeskStore;
  deeds: Deeds;
  ask: (asking: Asking) => void;
  onScores: () => void;
  onHistory: () => void;
}): void {
  const { store, deeds, ask, onScores, onHistory } = props;
  const { id } = store.get().summary;
  useAddingKeys(deeds);
  useShortcuts({
    ...Object.fromEntries(digits.map(digit => [String(digit), () => deeds.takeNumber(digit, false)])),
    j: () => store.update(desk => move(desk, 1)),
    k: () => store.update(desk => move(desk, -1)),
    n: () => store.update(nextNeedingYou),
    a: deeds.approve,
    e: deeds.edit,
    c: () => deeds.choose(false),
    'shift+c': () => deeds.choose(true),
    r: deeds.reject,
    d: deeds.exclude,
    o: deeds.reopen,
    s: deeds.assign,
    m: deeds.comment,
    i: onScores,
    h: onHistory,
    l: deeds.takeApprovedBefore,
    x: () => store.update(desk => (desk.current === null ? desk : toggleSelected(desk, desk.current))),
    'shift+x': () => store.update(desk => selectOnly(desk, desk.selected.size > 0 ? [] : desk.visible)),
    b: () => ask({ kind: 'bulk' }),
    u: () => void undo(id),
    'shift+u': () => void redo(id),
    'mod+z': () => void undo(id),
    'mod+shift+z': () => void redo(id),
    'mod+y': () => void redo(id),
    '/': () => document.getElementById(filterId)?.focus(),
    '?': () => ask({ kind: 'help' }),
  });
}
