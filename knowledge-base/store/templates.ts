// What a person taught about a form, so that the next file of the same form is read the same way.
import type { Mapping } from '../../contract/questionnaire.ts';
import { one, type ReadHandle, run, type WriteHandle } from './handle.ts';

export interface Template {
  mapping: Mapping;
  questionnaireId: string;
  file: string;
  at: string;
}

export function putTemplate(db: WriteHandle, fingerprint: string, template: Template): void {
  run(
    db,
    `INSERT INTO templates (fingerprint, mapping, questionnaire_id, file, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping,
       questionnaire_id = excluded.questionnaire_id, file = excluded.file, at = excluded.at`,
    fingerprint,
    JSON.stringify(template.mapping),
    template.questionnaireId,
    template.file,
    template.at,
  );
}

export function templateOf(db: ReadHandle, fingerprint: string): Template | null {
  const row = one<Omit<Template, 'mapping'> & { mapping: string }>(
    db,
    'SELECT mapping, questionnaire_id AS questionnaireId, file, at FROM templates WHERE fingerprint = ?',
    fingerprint,
  );
  return row && { ...row, mapping: JSON.parse(row.mapping) as Mapping };
}
