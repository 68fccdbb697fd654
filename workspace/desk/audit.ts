// One line of the trail, stamped with the call's person and the clock. Called inside the transaction of the
// change it tells of.
import type { NewAuditEntry } from '../../knowledge-base/store/audit.ts';
import { appendAudit } from '../../knowledge-base/store/audit.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import type { Desk } from './desk.ts';

type Told = Omit<NewAuditEntry, 'at' | 'actor' | 'questionnaireId' | 'before' | 'after'> &
  Partial<Pick<NewAuditEntry, 'questionnaireId' | 'before' | 'after'>>;

export function tell(desk: Desk, db: WriteHandle, actor: string, told: Told): void {
  appendAudit(db, { questionnaireId: null, before: null, after: null, ...told, at: desk.now(), actor });
}
