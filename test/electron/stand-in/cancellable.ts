// An event that its listeners may refuse, as Electron hands out for closing and quitting.
export function cancellable() {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
