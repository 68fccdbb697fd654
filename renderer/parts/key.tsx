// A key as a small cap beside what it does. Hidden from screen readers, which hear of it through
// aria-keyshortcuts on the control, so that names stay plain.
export function Key({ name }: { name: string }) {
  return (
    <span className="key" aria-hidden="true">
      {name}
    </span>
  );
}
