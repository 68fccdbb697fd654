// When a quoted passage is gone from its document, or a library answer is reworded or retired, the approved
// answers that rest on it are recalled: shown with the words as they were and as they stand now, until a person
// approves them again. Drafts nobody approved are simply drafted anew.
import type { PolicyDiff } from '../../contract/curate.ts';
import type { Passage } from '../../contract/knowledge.ts';
import { answerOf } from '../../knowledge-base/store/answers.ts';
import { answersQuotingLostPassages, citationsOf } from '../../knowledge-base/store/citations.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import {
  libraryAnswerById,
  libraryEvidenceOf,
  libraryQuotingLostPassages,
  setLibraryState,
} from '../../knowledge-base/store/library.ts';
import { passageById, passagesOfDocument } from '../../knowledge-base/store/passages.ts';
import {
  answerRecalls,
  libraryRecalls,
  putAnswerRecalls,
  putLibraryRecalls,
  type Recall,
} from '../../knowledge-base/store/recalls.ts';
import { tell } from '../desk/audit.ts';
import { type Desk, machine, type Run } from '../desk/desk.ts';
import { answersRestingOn } from '../library/answers-resting-on.ts';
import { draftInto } from '../questionnaires/draft-answers.ts';
import { standAgain } from './stand-again.ts';
import { takeBack } from './take-back.ts';

interface Change {
  documentId: string;
  /** What stands in the place of a lost passage, by the lost one's hash and by its id. */
  now: Map<string, Passage>;
  /** Hashes the document still holds. */
  held: Set<string>;
}

/** Recalls the library answers and the questionnaires' answers that quote what the document lost. */
export function recallQuotesOf(
  desk: Desk,
  db: WriteHandle,
  documentId: string,
  before: readonly Passage[],
  diff: PolicyDiff | null,
): { library: string[]; answers: number } {
  if (before.length === 0 && diff === null) return { library: [], answers: 0 };
  const held = new Set(passagesOfDocument(db, documentId).map(passage => passage.hash));
  standAgain(desk, db, held);
  const pairs = diff?.changed ?? [];
  const now = new Map(pairs.flatMap(({ was, now }) => [[was.hash, now] as const, [was.id, now] as const]));
  const change = { documentId, now, held };
  const library = libraryQuotingLostPassages(db, documentId);
  const through: { questionnaireId: string; questionId: string; recalls: Recall[] }[] = [];
  for (const id of library) {
    const recalls = recallLibraryAnswer(desk, db, id, change);
    const answer = libraryAnswerById(db, id);
    for (const key of answer ? answersRestingOn(db, answer) : []) through.push({ ...key, recalls });
  }
  const direct = answersQuotingLostPassages(db, documentId);
  let answers = 0;
  for (const key of direct)
    answers += recallAnswer(desk, db, key, lostQuotes(db, key, change), change) ? 1 : 0;
  for (const { recalls, ...key } of through) answers += recallAnswer(desk, db, key, recalls, change) ? 1 : 0;
  return { library, answers };
}

function recallLibraryAnswer(desk: Desk, db: WriteHandle, id: string, change: Change): Recall[] {
  const lost = libraryEvidenceOf(db, id).filter(
    item => item.documentId === change.documentId && !change.held.has(item.hash),
  );
  const fresh = lost.map(item => recallOf(item.document, item.text, item.hash, change));
  const recalls = followed(db, libraryRecalls(db, id), fresh, change);
  putLibraryRecalls(db, id, recalls);
  const state = libraryAnswerById(db, id)?.state;
  if (state === 'active') {
    setLibraryState(db, id, 'recalled', desk.now());
    tell(desk, db, machine, {
      action: 'library.recalled',
      subject: 'library',
      subjectId: id,
      before: recalls.map(recall => recall.was).join('\n'),
      after: recalls.map(recall => recall.now ?? 'gone').join('\n'),
    });
  }
  return recalls;
}

function lostQuotes(
  db: WriteHandle,
  key: { questionnaireId: string; questionId: string },
  change: Change,
): Recall[] {
  return citationsOf(db, key.questionnaireId, key.questionId)
    .filter(citation => citation.documentId === change.documentId && !change.held.has(citation.passageHash))
    .map(({ evidence, passageHash }) =>
      recallOf(evidence.citation.document, evidence.text, passageHash, change),
    );
}

function recallOf(document: string, was: string, wasHash: string, change: Change): Recall {
  const now = change.now.get(wasHash);
  return { document, was, wasHash, now: now?.text ?? null, nowId: now?.id ?? null };
}

/**
 * Recalls nobody has settled yet, with the fresh ones: when the document changes again, what stood in the place
 * of a quote may have moved on or gone.
 */
function followed(
  db: WriteHandle,
  known: readonly Recall[],
  fresh: readonly Recall[],
  change: Change,
): Recall[] {
  const moved = known.map(old => {
    const later = old.nowId === null ? undefined : change.now.get(old.nowId);
    if (later) return { ...old, now: later.text, nowId: later.id };
    const stands = old.nowId !== null && passageById(db, old.nowId) !== null;
    return stands ? old : (fresh.find(recall => recall.wasHash === old.wasHash) ?? old);
  });
  return [...moved, ...fresh.filter(recall => !known.some(old => old.wasHash === recall.wasHash))];
}

/** True when an approved answer was recalled by this. An edited one keeps its state and shows the change. */
function recallAnswer(
  desk: Desk,
  db: WriteHandle,
  key: { questionnaireId: string; questionId: string },
  recalls: Recall[],
  change: Change,
): boolean {
  const answer = answerOf(db, key.questionnaireId, key.questionId);
  const concerned = answer && ['approved', 'edited', 'recalled'].includes(answer.state);
  if (!concerned || recalls.length === 0) return false;
  const known = answerRecalls(db, key.questionnaireId, key.questionId);
  putAnswerRecalls(db, key.questionnaireId, key.questionId, followed(db, known, recalls, change));
  return takeBack(desk, db, answer, recalls);
}

/** Drafts anew what no person has touched and what quoted a passage the document lost. */
export async function redraftStale(desk: Desk, documentId: string, run: Run): Promise<void> {
  const stale = answersQuotingLostPassages(desk.store.read, documentId).filter(key => {
    const state = answerOf(desk.store.read, key.questionnaireId, key.questionId)?.state;
    return state === 'drafted' || state === 'needs-you';
  });
  for (const [questionnaire, keys] of Map.groupBy(stale, key => key.questionnaireId)) {
    await draftInto(
      desk,
      questionnaire,
      keys.map(key => key.questionId),
      run,
    );
  }
}
