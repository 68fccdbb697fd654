// The passage index over SQLite FTS5 and a table of concept postings. It is derived data: built in memory
// from the stored passages when a workspace opens, so that it never disagrees with the vocabulary in use.
import Database from 'better-sqlite3';
import type { PassageIndex } from '../match/passage-index.ts';

const SCHEMA = `
  CREATE VIRTUAL TABLE passage_text USING fts5 (scope, words, context, heading, content='', tokenize="unicode61 tokenchars '.+~'");
  CREATE TABLE passage_control (control TEXT NOT NULL, scope TEXT NOT NULL, passage INTEGER NOT NULL,
    PRIMARY KEY (control, scope, passage)) STRICT, WITHOUT ROWID;
`;
/** BM25 weights of the columns: scope filters and never scores. */
const RANK = 'bm25(passage_text, 0.0, 1.0, 0.4, 0.5)';

/** An empty index in memory of its own. */
export function openPassageIndex(): PassageIndex {
  const db = new Database(':memory:');
  db.exec(SCHEMA);
  const addText = db.prepare(
    'INSERT INTO passage_text (rowid, scope, words, context, heading) VALUES (?, ?, ?, ?, ?)',
  );
  const addControl = db.prepare(
    'INSERT OR IGNORE INTO passage_control (control, scope, passage) VALUES (?, ?, ?)',
  );
  const find = db
    .prepare(`SELECT rowid FROM passage_text WHERE passage_text MATCH ? ORDER BY ${RANK}, rowid LIMIT ?`)
    .pluck();
  const speak = db
    .prepare(
      `SELECT passage FROM passage_control WHERE control IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR scope = ?2)
       GROUP BY passage ORDER BY count(*) DESC, passage LIMIT ?3`,
    )
    .pluck();
  return {
    fill(entries) {
      db.transaction(() => {
        db.exec(
          "INSERT INTO passage_text (passage_text) VALUES ('delete-all'); DELETE FROM passage_control;",
        );
        for (const entry of entries) {
          addText.run(entry.row, scopeWord(entry.scope), entry.text, entry.context, entry.heading);
          for (const control of entry.controls) addControl.run(control, entry.scope, entry.row);
        }
      })();
    },
    search(roots, scope, limit) {
      const words = [...new Set(roots)].filter(word => word !== '').map(quote);
      if (words.length === 0) return [];
      const any = `{words context heading} : (${words.join(' OR ')})`;
      const query = scope === null ? any : `scope : ${quote(scopeWord(scope))} AND ${any}`;
      return find.all(query, limit) as number[];
    },
    about(controls, scope, limit) {
      if (controls.length === 0) return [];
      return speak.all({ 1: JSON.stringify(controls), 2: scope, 3: limit }) as number[];
    },
    close() {
      db.close();
    },
  };
}

/** One FTS5 word that stands for a scope name, whatever characters the name has. */
function scopeWord(scope: string): string {
  return `scope${Buffer.from(scope.normalize('NFC').trim(), 'utf8').toString('hex')}`;
}

function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
