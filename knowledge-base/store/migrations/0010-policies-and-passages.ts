// Policies and their passages. Bytes are kept once by content, apart from the rows that name them, so that lists
// never read past a blob. A column is nullable only where the contract says null and means something by it.
import type { Migration } from './migration.ts';

export const policiesAndPassages: Migration = {
  version: 10,
  name: 'policies-and-passages',
  apply(exec) {
    exec(`
      CREATE TABLE originals (
        sha256 TEXT NOT NULL PRIMARY KEY,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE documents (
        id TEXT NOT NULL PRIMARY KEY,
        scope TEXT NOT NULL,
        name TEXT NOT NULL,
        format TEXT NOT NULL,
        title TEXT,
        sha256 TEXT NOT NULL REFERENCES originals (sha256),
        imported_at TEXT NOT NULL,
        messages TEXT NOT NULL,
        UNIQUE (scope, name)
      ) STRICT;
      CREATE INDEX documents_by_sha256 ON documents (sha256);

      CREATE TABLE passages (
        number INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES documents (id),
        scope TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        hash TEXT NOT NULL,
        json TEXT NOT NULL,
        UNIQUE (document_id, ordinal)
      ) STRICT;
      CREATE INDEX passages_by_scope ON passages (scope);
      CREATE INDEX passages_by_hash ON passages (hash);

      CREATE TABLE vectors (
        model TEXT NOT NULL,
        hash TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (model, hash)
      ) STRICT, WITHOUT ROWID;

      -- Counters that tell in-memory indexes when they are stale.
      CREATE TABLE revisions (
        name TEXT NOT NULL PRIMARY KEY,
        value INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE settings (
        name TEXT NOT NULL PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
