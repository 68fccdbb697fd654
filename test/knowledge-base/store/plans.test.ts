// Speed is asserted by the plan SQLite makes, never by a stopwatch.
import { describe, expect, it } from 'vitest';
import { listRowsSql } from '../../../knowledge-base/store/answers.ts';
import { planOf } from '../../../knowledge-base/store/handle.ts';
import { openStore } from '../../../knowledge-base/store/open-store.ts';
import { saidElsewhereSql } from '../../../knowledge-base/store/questions.ts';

const plan = (sql: string) => planOf(openStore(':memory:').read, sql);

describe('queries a person waits for', () => {
  it('reads the review list in file order from an index, without sorting or scanning', () => {
    const steps = plan(listRowsSql);
    expect(steps.join('\n')).toContain('questions_by_position');
    expect(steps.filter(step => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  });

  it('finds what other customers were told by the wording, without reading all questions', () => {
    const steps = plan(saidElsewhereSql);
    expect(steps.join('\n')).toContain('questions_by_text');
    expect(steps.filter(step => /^SCAN/.test(step))).toEqual([]);
  });

  it.each([
    [
      'one answer',
      'SELECT * FROM answers WHERE questionnaire_id = ? AND question_id = ?',
      'sqlite_autoindex_answers',
    ],
    [
      'the citations of a passage',
      'SELECT * FROM citations WHERE document_id = ? AND passage_hash = ?',
      'citations_by_passage',
    ],
    ['library answers of a wording', 'SELECT * FROM library WHERE question_key = ?', 'library_by_question'],
    ['due reviews', 'SELECT * FROM library WHERE review_by <= ?', 'library_by_review'],
    [
      'the trail of one questionnaire',
      'SELECT * FROM audit WHERE questionnaire_id = ? AND id < ? ORDER BY id DESC',
      'audit_by_questionnaire',
    ],
    ['passages of a scope', 'SELECT * FROM passages WHERE scope = ?', 'passages_by_scope'],
  ])('finds %s by an index', (_what, sql, index) => {
    expect(plan(sql).join('\n')).toContain(index);
  });
});
