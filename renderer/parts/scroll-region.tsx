// A part of a screen that scrolls by itself. It takes the focus so that the keyboard can scroll it, and is
// named so that a screen reader says what one is in.
import type { ComponentPropsWithRef } from 'react';

export function ScrollRegion({ label, ...rest }: ComponentPropsWithRef<'section'> & { label: string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <section tabIndex={0} aria-label={label} {...rest} />;
}
