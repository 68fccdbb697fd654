// Single-key shortcuts for a screen. They are quiet while the person types, while a dialog or menu is open,
// and altogether when switched off in Settings (WCAG 2.1.4).
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createStore } from '../parts/store.ts';

const key = 'vouch.keys';

export const singleKeys = createStore(globalThis.localStorage?.getItem(key) !== 'off');

export function setSingleKeys(on: boolean): void {
  singleKeys.set(on);
  localStorage.setItem(key, on ? 'on' : 'off');
}

/** "j", "shift+c", "?", "mod+z", "mod+shift+z", "enter": lower case, shift named for letters and chords only. */
export function nameKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  if (event.altKey) return '';
  const mod = event.ctrlKey || event.metaKey;
  const name = event.key.toLowerCase();
  const shift = event.shiftKey && (mod || /^\p{L}$/u.test(name));
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type)));

const covered = () => document.querySelector('[role="dialog"], [role="menu"], [role="alertdialog"]') !== null;

export type Keys = Record<string, () => void>;

const active = new Set<{ current: Keys }>();

/** Does what a key would do on the present screen, for menus and the palette. False when nothing listens. */
export function perform(name: string): boolean {
  for (const keys of active) {
    const act = keys.current[name];
    if (act) {
      act();
      return true;
    }
  }
  return false;
}

/** Whether the present screen does anything at this key. */
export const listens = (name: string) => [...active].some(keys => Object.hasOwn(keys.current, name));

export function useShortcuts(keys: Keys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = nameKey(event);
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (!act || typing(event.target) || covered()) return;
      if (!name.startsWith('mod+') && event.key.length === 1 && !singleKeys.get()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    active.add(latest);
    return () => {
      document.removeEventListener('keydown', pressed);
      active.delete(latest);
    };
  }, []);
}
