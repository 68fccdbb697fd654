// The app's plain button: a native element with our tone, cheap enough for screens that redraw on every key.
// `keys` shows the shortcut and tells assistive technology about it without adding it to the name.
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Key } from './key.tsx';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  kind?: 'primary' | 'quiet' | 'danger' | 'link' | 'chip' | undefined;
  keys?: string;
  icon?: ReactNode;
}

export function Button({ kind, keys, icon, className, children, type, ...rest }: ButtonProps) {
  const classes = ['btn', kind, className].filter(Boolean).join(' ');
  return (
    <button type={type ?? 'button'} className={classes} aria-keyshortcuts={keys} {...rest}>
      {icon}
      {children}
      {keys ? <Key name={keys} /> : null}
    </button>
  );
}
