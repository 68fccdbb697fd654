// The answer library: what a person approved, every version of it, and the passages it rests on.
import type { Migration } from './migration.ts';

export const library: Migration = {
  version: 30,
  name: 'library',
  apply(exec) {
    exec(`
      CREATE TABLE library (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        question TEXT NOT NULL,
        question_key TEXT NOT NULL,
        choice TEXT,
        text TEXT NOT NULL,
        scope TEXT,
        owner TEXT NOT NULL,
        tags TEXT NOT NULL,
        review_by TEXT,
        source TEXT NOT NULL,
        approved_by TEXT NOT NULL,
        approved_at TEXT NOT NULL,
        state TEXT NOT NULL,
        version INTEGER NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX library_by_question ON library (question_key);
      CREATE INDEX library_by_state ON library (state, updated_at);
      CREATE INDEX library_by_review ON library (review_by) WHERE review_by IS NOT NULL;

      CREATE TABLE library_versions (
        library_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        question TEXT NOT NULL,
        choice TEXT,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        PRIMARY KEY (library_id, version)
      ) STRICT;

      CREATE TABLE library_evidence (
        library_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        passage_id TEXT NOT NULL,
        document_id TEXT NOT NULL,
        passage_hash TEXT NOT NULL,
        text TEXT NOT NULL,
        document TEXT NOT NULL,
        section TEXT NOT NULL,
        place TEXT NOT NULL,
        PRIMARY KEY (library_id, ordinal)
      ) STRICT;
      CREATE INDEX library_evidence_by_passage ON library_evidence (document_id, passage_hash);

      CREATE TABLE library_recalls (
        library_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        document TEXT NOT NULL,
        was TEXT NOT NULL,
        was_hash TEXT NOT NULL,
        now TEXT,
        now_id TEXT,
        PRIMARY KEY (library_id, ordinal)
      ) STRICT;

      -- Pairs a person looked at and kept as they are; the smaller id first. A new version of either opens the
      -- pair again.
      CREATE TABLE library_kept (
        left_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
        right_id TEXT NOT NULL REFERENCES library (id) ON DELETE CASCADE,
        left_version INTEGER NOT NULL,
        right_version INTEGER NOT NULL,
        PRIMARY KEY (left_id, right_id)
      ) STRICT;

      -- The plain words, for search as one types.
      CREATE VIRTUAL TABLE library_words USING fts5 (
        question, text, tags,
        content = '', contentless_delete = 1, prefix = '1 2 3',
        tokenize = 'unicode61 remove_diacritics 2'
      );
    `);
  },
};
