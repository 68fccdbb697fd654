// The desktop shell's preload as a `Host`. Files cross the context bridge as plain bytes, since a File object
// cannot; everything else is handed through as it is.
import type { FileHandle } from '../../contract/calls.ts';
import type { Envelope, Host } from '../../contract/host.ts';

/** What the preload script puts on the window. */
export interface Preload extends Omit<Host, 'stage'> {
  stage(name: string, bytes: ArrayBuffer): Promise<Envelope<FileHandle>>;
}

export function fromPreload(preload: Preload): Host {
  const { onCommand, dragOut } = preload;
  return {
    kind: preload.kind ?? 'electron',
    call: (name, input) => preload.call(name, input),
    on: (name, listener) => preload.on(name, listener),
    stage: async file => preload.stage(file.name, await file.arrayBuffer()),
    save: file => preload.save(file),
    ...(onCommand ? { onCommand: listener => onCommand(listener) } : {}),
    ...(dragOut ? { dragOut: file => dragOut(file) } : {}),
  };
}
