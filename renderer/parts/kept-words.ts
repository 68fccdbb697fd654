// Words in a form or a dialog that only a button sends: kept in local storage from the first letter until what they
// were for is done, so that Escape, another screen, a refused call or a crash loses none. What saves by itself as one
// types is the review screen's keeper.
import { useState } from 'react';

const prefix = 'vouch.words.';

export function readWords<T>(key: string): T | null {
  try {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

/** Null forgets them. */
export function keepWords(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Local storage may be full or switched off. The words are still in the form.
  }
}

/** State that outlives the page; null while nothing was typed. The key must not change while it is mounted. */
export function useKeptWords<T>(key: string): [T | null, (value: T | null) => void] {
  const [value, setValue] = useState(() => readWords<T>(key));
  return [
    value,
    next => {
      keepWords(key, next);
      setValue(next);
    },
  ];
}
