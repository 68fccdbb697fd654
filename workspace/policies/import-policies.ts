// Policy files into passages. A file that cannot be read gives a message and the others go in. Importing a
// changed file again recalls every answer that quoted what changed, in the same transaction.
import type { PolicyImport } from '../../contract/curate.ts';
import { AppError, type Message } from '../../contract/outcome.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { documentById, putDocument } from '../../knowledge-base/store/documents.ts';
import { passagesOfDocument, putPassages } from '../../knowledge-base/store/passages.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { valueIn } from '../desk/value-in.ts';
import { documentIdOf } from './document-id.ts';
import { recallQuotesOf, redraftStale } from './recall.ts';

export const importPolicies: UseCase<'policy.import'> = async (desk, input, run) => {
  const files = input.files.map(file => desk.files.get(file));
  const imports: PolicyImport[] = [];
  for (const [at, { name, bytes }] of files.entries()) {
    run.progress('Reading policies', at, files.length);
    await run.breathe();
    imports.push(await addPolicy(desk, { name, bytes, scope: input.scope.trim() }, run));
  }
  run.progress('Reading policies', files.length, files.length);
  if (imports.some(item => item.document !== null)) desk.emit('changed', { what: 'policies' });
  if (imports.some(item => item.diff !== null)) {
    desk.emit('changed', { what: 'answers' });
    desk.emit('changed', { what: 'library' });
  }
  return { imports };
};

export interface GivenPolicy {
  name: string;
  bytes: Uint8Array;
  scope: string;
}

export async function addPolicy(desk: Desk, given: GivenPolicy, run: Run): Promise<PolicyImport> {
  const none = { document: null, file: given.name, diff: null, recalled: { library: [], answers: 0 } };
  let document: SourceDocument;
  try {
    document = valueIn(await desk.rooms.read(given.bytes, given.name, run.signal));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return { ...none, messages: [asMessage(error)] };
  }
  const id = documentIdOf(given.scope, given.name);
  const passages = desk.rooms.makePassages(document, { documentId: id, scope: given.scope });
  if (passages.length === 0) {
    const text = `No sentence was found in ${given.name}. If it holds pictures of pages, export it with its text.`;
    return {
      ...none,
      messages: [...document.messages, { severity: 'error', code: 'no-text', text, at: null }],
    };
  }
  const done = desk.store.write(db => {
    const known = documentById(db, id);
    const before = known ? passagesOfDocument(db, id) : [];
    const diff = known ? desk.rooms.diffPassages(before, passages) : null;
    const { title, format, messages } = document;
    putDocument(db, { ...given, id, title, format, messages, importedAt: desk.now() });
    putPassages(db, id, passages);
    const recalled = recallQuotesOf(desk, db, id, before, diff);
    tell(desk, db, run.actor, {
      action: known ? 'policy.reimported' : 'policy.imported',
      subject: 'policy',
      subjectId: id,
      before: known ? `${before.length} passages` : null,
      after: `${given.name}: ${passages.length} passages`,
    });
    return { document: documentById(db, id), diff, recalled };
  });
  await redraftStale(desk, id, run);
  return {
    document: done.document,
    file: given.name,
    diff: done.diff,
    messages: document.messages,
    recalled: done.recalled,
  };
}

function asMessage(error: AppError): Message {
  return { severity: 'error', code: error.code, text: error.message, at: null };
}
