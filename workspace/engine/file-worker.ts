// The thread that touches bytes from outside: reads one file, finds its questions, fills one or writes one. It can
// be ended at any moment without harm: what it holds is the last document it read, which it would read again.
import { parentPort } from 'node:worker_threads';
import type { FillEntry } from '../../contract/fill.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { Mapping } from '../../contract/questionnaire.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import type { Authoring } from '../desk/rooms.ts';
import { cutDocument, type Piece } from './document-pieces.ts';

export type FileTask =
  | { kind: 'read'; bytes: Uint8Array; name: string }
  | { kind: 'find'; bytes: Uint8Array; name: string; mapping: Mapping }
  | { kind: 'fill'; bytes: Uint8Array; name: string; entries: FillEntry[] }
  | { kind: 'author'; name: string; work: Authoring };

/** Asks for the next piece of the document that was read. */
export type More = { kind: 'more' };

/** `more`: pieces of the document follow, each when it is asked for. */
export type FileResult =
  | { done: true; outcome: unknown; more: boolean }
  | { done: false; told: string }
  | { piece: Piece; more: boolean };

let last: { bytes: Uint8Array; name: string; outcome: Outcome<SourceDocument> } | null = null;
let pieces: Piece[] = [];

const post = (result: FileResult) => parentPort?.postMessage(result);

parentPort?.on('message', (task: FileTask | More) => {
  if (task.kind === 'more') {
    const piece = pieces.shift();
    if (piece) post({ piece, more: pieces.length > 0 });
    return;
  }
  void act(task).then(
    outcome => post({ done: true, outcome, more: pieces.length > 0 }),
    (error: unknown) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ done: false, told });
    },
  );
});

async function act(task: FileTask): Promise<unknown> {
  pieces = [];
  switch (task.kind) {
    case 'read': {
      const outcome = await documentOf(task);
      if (!outcome.ok) return outcome;
      const { frame, pieces: cut } = cutDocument(outcome.value);
      pieces = cut;
      return { ...outcome, value: frame };
    }
    case 'find': {
      const outcome = await documentOf(task);
      return outcome.ok ? findQuestions(outcome.value, task.mapping) : null;
    }
    case 'fill':
      return fillDocument(task.bytes, task.name, task.entries);
    case 'author':
      // Loaded when wanted: most files are only read, and writers are large.
      return (await import('../desk/author.ts')).author(task.work);
  }
}

async function documentOf({ bytes, name }: { bytes: Uint8Array; name: string }) {
  if (last === null || last.name !== name || Buffer.compare(last.bytes, bytes) !== 0) {
    last = { bytes, name, outcome: await readDocument(bytes, name) };
  }
  return last.outcome;
}
