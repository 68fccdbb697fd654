// Finishing a questionnaire: its approved answers are offered to the library, and what a person accepts is there
// first when the next customer asks.
import type { LibraryCandidate } from '../../contract/curate.ts';
import type { Question } from '../../contract/questionnaire.ts';
import { type Answer, answersOf } from '../../knowledge-base/store/answers.ts';
import { type Citation, citationsOf } from '../../knowledge-base/store/citations.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import {
  type LibraryEvidence,
  type LibraryWrite,
  libraryEvidenceOf,
} from '../../knowledge-base/store/library.ts';
import { touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { questionsOf } from '../../knowledge-base/store/questions.ts';
import { tell } from '../desk/audit.ts';
import { yearAfter } from '../desk/dates.ts';
import type { Desk, UseCase } from '../desk/desk.ts';
import { pausing } from '../desk/pausing.ts';
import type { PendingItem } from '../desk/pending-imports.ts';
import { textKey } from '../desk/text-key.ts';
import { acceptCandidate } from '../library/accept-candidates.ts';
import { judgeCandidate } from '../library/judge-candidates.ts';
import { summaryOf } from './draft-answers.ts';

export const listCandidates: UseCase<'questionnaire.candidates'> = async (desk, { id }, run) => {
  const candidates: LibraryCandidate[] = [];
  const offers = offeredOf(desk, id);
  await desk.knowledge.ready(pausing(run));
  for (const [at, offered] of offers.entries()) {
    run.progress('Comparing with the library', at, offers.length);
    await run.breathe();
    candidates.push(judgeCandidate(desk, offered));
  }
  return { candidates };
};

export const finishQuestionnaire: UseCase<'questionnaire.finish'> = async (desk, { id, accept }, run) => {
  const wanted = new Set(accept);
  const judged: PendingItem[] = [];
  for (const offered of offeredOf(desk, id)) {
    if (!wanted.has(offered.key)) continue;
    await run.breathe();
    judged.push({ candidate: judgeCandidate(desk, offered), write: offered.write });
  }
  const outcomes = desk.store.write(db => {
    const done = judged.map(item => acceptCandidate(desk, db, run.actor, item));
    touchQuestionnaire(db, id, desk.now(), 'finished');
    tell(desk, db, run.actor, {
      action: 'questionnaire.finished',
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      after: `${done.length} answers to the library`,
    });
    return done;
  });
  desk.emit('changed', { what: 'questionnaires' });
  if (outcomes.length > 0) desk.emit('changed', { what: 'library' });
  const added = outcomes.filter(outcome => outcome === 'added').length;
  return { questionnaire: summaryOf(desk, id), added, replaced: outcomes.length - added };
};

/** The approved answers as pairs for the library, in file order; the key is the question's id. */
function offeredOf(desk: Desk, id: string) {
  const summary = summaryOf(desk, id);
  const db = desk.store.read;
  const answers = answersOf(db, id);
  const source = summary.customer === '' ? summary.file : `${summary.file} (${summary.customer})`;
  return questionsOf(db, id).flatMap(question => {
    const answer = answers.get(question.id);
    if (answer?.state !== 'approved') return [];
    const write = writeOf(db, question, answer, summary.scope, source, desk.now());
    return [
      {
        key: question.id,
        question: question.text,
        choice: answer.choice,
        text: write.text,
        scope: summary.scope,
        write,
      },
    ];
  });
}

function writeOf(
  db: ReadHandle,
  question: Question,
  answer: Answer,
  scope: string | null,
  source: string,
  now: string,
): Omit<LibraryWrite, 'id'> {
  const own = question.slots.flatMap((slot, index) =>
    slot.role === 'text' ? (answer.slotValues[String(index)] ?? []) : [],
  );
  return {
    question: question.text,
    questionKey: textKey(question.text),
    choice: answer.choice,
    text: answer.text === '' ? own.join('\n') : answer.text,
    scope,
    owner: answer.assignee ?? answer.approvedBy ?? '',
    tags: question.section === null ? [] : [question.section],
    reviewBy: yearAfter(now),
    source,
    approvedBy: answer.approvedBy ?? '',
    approvedAt: answer.approvedAt ?? now,
    state: 'active',
    updatedAt: now,
    evidence: evidenceOf(db, citationsOf(db, answer.questionnaireId, answer.questionId)),
  };
}

/** The passages behind the answer, those behind a library answer it rests on included, each once. */
function evidenceOf(db: ReadHandle, citations: readonly Citation[]): LibraryEvidence[] {
  const all = citations.flatMap(({ evidence, documentId, passageHash }) => {
    if (evidence.source === 'library') return libraryEvidenceOf(db, evidence.id);
    if (passageHash === '') return [];
    const { document, section, place } = evidence.citation;
    return [
      {
        passageId: evidence.id,
        documentId,
        hash: passageHash,
        text: evidence.text,
        document,
        section,
        place,
      },
    ];
  });
  return [...new Map(all.map(item => [`${item.documentId} ${item.hash}`, item])).values()];
}
