// The thread that touches bytes from outside: reads one file, fills one or writes one, and can be ended at any moment
// without harm, because it holds nothing.
import { parentPort } from 'node:worker_threads';
import type { FillEntry } from '../../contract/fill.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import type { Authoring } from '../desk/rooms.ts';

export type FileTask =
  | { kind: 'read'; bytes: Uint8Array; name: string }
  | { kind: 'fill'; bytes: Uint8Array; name: string; entries: FillEntry[] }
  | { kind: 'author'; name: string; work: Authoring };

export type FileResult = { done: true; outcome: unknown } | { done: false; told: string };

parentPort?.on('message', (task: FileTask) => {
  void act(task).then(
    outcome => parentPort?.postMessage({ done: true, outcome } satisfies FileResult),
    (error: unknown) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ done: false, told } satisfies FileResult);
    },
  );
});

async function act(task: FileTask): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      return readDocument(task.bytes, task.name);
    case 'fill':
      return fillDocument(task.bytes, task.name, task.entries);
    case 'author':
      // Loaded when wanted: most files are only read, and writers are large.
      return (await import('../desk/author.ts')).author(task.work);
  }
}
