// Questionnaires under work. Questions keep their answers when a mapping drops them (`present` 0), because a
// person's words must survive a wrong click. Drafts stand apart from answers: they are large, and the review
// list must not read past them.
import type { Migration } from './migration.ts';

export const questionnairesAndAnswers: Migration = {
  version: 20,
  name: 'questionnaires-and-answers',
  apply(exec) {
    exec(`
      CREATE TABLE questionnaires (
        id TEXT NOT NULL PRIMARY KEY,
        file TEXT NOT NULL,
        format TEXT NOT NULL,
        customer TEXT NOT NULL,
        scope TEXT,
        due TEXT,
        owner TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES originals (sha256),
        mapping TEXT NOT NULL,
        regions TEXT NOT NULL,
        messages TEXT NOT NULL,
        created_at TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        exported_at TEXT,
        finished_at TEXT
      ) STRICT;
      CREATE INDEX questionnaires_by_fingerprint ON questionnaires (fingerprint, created_at);
      CREATE INDEX questionnaires_by_sha256 ON questionnaires (sha256);

      CREATE TABLE questions (
        questionnaire_id TEXT NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        present INTEGER NOT NULL,
        ref TEXT,
        text TEXT NOT NULL,
        text_key TEXT NOT NULL,
        section TEXT,
        at TEXT NOT NULL,
        optional INTEGER NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (questionnaire_id, id)
      ) STRICT;
      CREATE INDEX questions_by_position ON questions (questionnaire_id, present, position);
      CREATE INDEX questions_by_text ON questions (text_key);

      CREATE TABLE answers (
        questionnaire_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT,
        confidence REAL NOT NULL,
        choice TEXT,
        text TEXT NOT NULL,
        slot_values TEXT NOT NULL,
        reason TEXT,
        assignee TEXT,
        origin TEXT NOT NULL,
        changed INTEGER NOT NULL,
        version INTEGER NOT NULL,
        approved_by TEXT,
        approved_at TEXT,
        PRIMARY KEY (questionnaire_id, question_id),
        FOREIGN KEY (questionnaire_id, question_id) REFERENCES questions (questionnaire_id, id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX answers_by_state ON answers (state, questionnaire_id);

      CREATE TABLE drafts (
        questionnaire_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (questionnaire_id, question_id),
        FOREIGN KEY (questionnaire_id, question_id) REFERENCES answers (questionnaire_id, question_id) ON DELETE CASCADE
      ) STRICT;

      -- What an answer rests on, as it was worded then. passage_hash is empty for library evidence.
      CREATE TABLE citations (
        questionnaire_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        source TEXT NOT NULL,
        ref_id TEXT NOT NULL,
        document_id TEXT NOT NULL,
        passage_hash TEXT NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (questionnaire_id, question_id, ordinal),
        FOREIGN KEY (questionnaire_id, question_id) REFERENCES answers (questionnaire_id, question_id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX citations_by_passage ON citations (document_id, passage_hash);
      CREATE INDEX citations_by_ref ON citations (ref_id);

      -- A quoted passage that changed after the answer was made: as it was, and as it stands now (null: gone).
      CREATE TABLE answer_recalls (
        questionnaire_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        document TEXT NOT NULL,
        was TEXT NOT NULL,
        was_hash TEXT NOT NULL,
        now TEXT,
        now_id TEXT,
        PRIMARY KEY (questionnaire_id, question_id, ordinal),
        FOREIGN KEY (questionnaire_id, question_id) REFERENCES answers (questionnaire_id, question_id) ON DELETE CASCADE
      ) STRICT;

      CREATE TABLE comments (
        id TEXT NOT NULL PRIMARY KEY,
        questionnaire_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        FOREIGN KEY (questionnaire_id, question_id) REFERENCES questions (questionnaire_id, id) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX comments_by_question ON comments (questionnaire_id, question_id, at);

      -- Steps a person can take back. steps is a list of {question, before, after}.
      CREATE TABLE undo_steps (
        number INTEGER NOT NULL PRIMARY KEY,
        questionnaire_id TEXT NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        undone INTEGER NOT NULL,
        steps TEXT NOT NULL
      ) STRICT;
      CREATE INDEX undo_steps_by_questionnaire ON undo_steps (questionnaire_id, undone, number);

      -- What a person taught about a form, by its fingerprint.
      CREATE TABLE templates (
        fingerprint TEXT NOT NULL PRIMARY KEY,
        mapping TEXT NOT NULL,
        questionnaire_id TEXT NOT NULL,
        file TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE exports (
        id TEXT NOT NULL PRIMARY KEY,
        questionnaire_id TEXT NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        include_drafts INTEGER NOT NULL,
        receipt TEXT NOT NULL
      ) STRICT;
      CREATE INDEX exports_by_questionnaire ON exports (questionnaire_id, at);
    `);
  },
};
