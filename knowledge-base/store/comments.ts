// What people said to each other about an answer. Comments never leave with a file.
import type { Comment } from '../../contract/review.ts';
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export function addComment(db: WriteHandle, questionnaire: string, question: string, comment: Comment): void {
  run(
    db,
    'INSERT INTO comments (id, questionnaire_id, question_id, author, text, at) VALUES (?, ?, ?, ?, ?, ?)',
    comment.id,
    questionnaire,
    question,
    comment.author,
    comment.text,
    comment.at,
  );
}

export function commentsOf(db: ReadHandle, questionnaire: string, question: string): Comment[] {
  return all(
    db,
    `SELECT id, author, text, at FROM comments WHERE questionnaire_id = ? AND question_id = ? ORDER BY at, rowid`,
    questionnaire,
    question,
  );
}

/** All comments of a questionnaire: the export check looks for their words in the answers. */
export function allComments(db: ReadHandle, questionnaire: string): (Comment & { questionId: string })[] {
  return all(
    db,
    'SELECT id, author, text, at, question_id AS questionId FROM comments WHERE questionnaire_id = ? ORDER BY at',
    questionnaire,
  );
}
