// The desktop shell's preload as a `Host`. A file crosses the context bridge as its bytes, and as the File itself,
// of which only the preload can tell where it stands on the disk; everything else is handed through as it is.
import type { FileHandle } from '../../contract/calls.ts';
import type { Envelope, Host } from '../../contract/host.ts';

/** What the preload script puts on the window. */
export interface Preload extends Omit<Host, 'stage'> {
  stage(name: string, bytes: ArrayBuffer, file: File): Promise<Envelope<FileHandle>>;
}

export function fromPreload(preload: Preload): Host {
  const { onCommand, dragOut } = preload;
  return {
    kind: preload.kind ?? 'electron',
    call: (name, input) => preload.call(name, input),
    on: (name, listener) => preload.on(name, listener),
    // The contract knows no page; what a page stages is a File.
    stage: async file => preload.stage(file.name, await file.arrayBuffer(), file as File),
    save: file => preload.save(file),
    ...(onCommand ? { onCommand: listener => onCommand(listener) } : {}),
    ...(dragOut ? { dragOut: file => dragOut(file) } : {}),
  };
}
