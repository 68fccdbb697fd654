// The policies of the workspace: listed, looked into, removed. Removing one recalls what quoted it.
import { AppError } from '../../contract/outcome.ts';
import {
  documentById,
  listDocuments,
  listScopes,
  removeDocument,
} from '../../knowledge-base/store/documents.ts';
import { passagesOfDocument } from '../../knowledge-base/store/passages.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, UseCase } from '../desk/desk.ts';
import { recallQuotesOf, redraftStale } from './recall.ts';

export const listPolicies: UseCase<'policy.list'> = desk => ({
  documents: listDocuments(desk.store.read),
  scopes: listScopes(desk.store.read),
});

export const policyPassages: UseCase<'policy.passages'> = (desk, { id }) => ({
  document: policyOf(desk, id),
  passages: passagesOfDocument(desk.store.read, id),
});

export const removePolicy: UseCase<'policy.remove'> = async (desk, { id }, run) => {
  const document = policyOf(desk, id);
  const recalled = desk.store.write(db => {
    const before = passagesOfDocument(db, id);
    removeDocument(db, id);
    tell(desk, db, run.actor, {
      action: 'policy.removed',
      subject: 'policy',
      subjectId: id,
      before: `${document.name}: ${before.length} passages`,
    });
    return recallQuotesOf(desk, db, id, before, null);
  });
  await redraftStale(desk, id, run);
  desk.emit('changed', { what: 'policies' });
  if (recalled.answers > 0) desk.emit('changed', { what: 'answers' });
  if (recalled.library.length > 0) desk.emit('changed', { what: 'library' });
  return { recalled: recalled.answers + recalled.library.length };
};

function policyOf(desk: Desk, id: string) {
  const document = documentById(desk.store.read, id);
  if (!document)
    throw new AppError(
      'not-found',
      'This policy is not in the workspace any more. Choose another on the left.',
      { id },
    );
  return document;
}
