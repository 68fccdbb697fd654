// The thread that touches bytes from outside: reads one file or fills one, and can be ended at any moment
// without harm, because it holds nothing.
import { parentPort } from 'node:worker_threads';
import type { FillEntry } from '../../contract/fill.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';

export type FileTask =
  | { kind: 'read'; bytes: Uint8Array; name: string }
  | { kind: 'fill'; bytes: Uint8Array; name: string; entries: FillEntry[] };

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

function act(task: FileTask) {
  return task.kind === 'read'
    ? readDocument(task.bytes, task.name)
    : fillDocument(task.bytes, task.name, task.entries);
}
