// Who did what, when, from what to what. Rows are only ever added: the triggers hold even against our own code.
import type { Migration } from './migration.ts';

export const audit: Migration = {
  version: 40,
  name: 'audit',
  apply(exec) {
    exec(`
      CREATE TABLE audit (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        questionnaire_id TEXT,
        before TEXT,
        after TEXT
      ) STRICT;
      CREATE INDEX audit_by_questionnaire ON audit (questionnaire_id, id);
      CREATE INDEX audit_by_subject ON audit (subject_id, id);

      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;
      CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END;
    `);
  },
};
