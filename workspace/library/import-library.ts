// Past answers into the library: a completed questionnaire, a plain question-answer sheet, or our own export.
// Nothing enters before a person has seen what it would replace or contradict.
import type { Message } from '../../contract/outcome.ts';
import { AppError } from '../../contract/outcome.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { readResponse } from '../../documents/authored/read-response.ts';
import { answeredText } from '../../documents/find/answered-text.ts';
import type { LibraryWrite } from '../../knowledge-base/store/library.ts';
import { tell } from '../desk/audit.ts';
import { yearAfter } from '../desk/dates.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { pausing } from '../desk/pausing.ts';
import type { PendingItem } from '../desk/pending-imports.ts';
import { textKey } from '../desk/text-key.ts';
import { valueIn } from '../desk/value-in.ts';
import { registeredAnswers } from '../exports/register.ts';
import { noMapping } from '../questionnaires/read-questionnaire.ts';
import { acceptCandidate } from './accept-candidates.ts';
import { filledAnswers, splitClaim } from './filled-answers.ts';
import { judgeCandidate } from './judge-candidates.ts';
import { libraryRowsOf, type SheetAnswer } from './library-sheet.ts';

export const importLibrary: UseCase<'library.import'> = async (desk, { file, scope }, run) => {
  const { name, bytes } = desk.files.get(file);
  run.progress('Reading the file', 0, null);
  const { answers, messages } = await answersIn(desk, name, bytes, scope, run);
  await desk.knowledge.ready(pausing(run));
  const items: PendingItem[] = [];
  const seen = new Set<string>();
  for (const [at, answer] of answers.entries()) {
    run.progress('Comparing with the library', at, answers.length);
    await run.breathe();
    const same = JSON.stringify([textKey(answer.question), answer.choice, answer.text, answer.scope]);
    if (seen.has(same)) continue;
    seen.add(same);
    const write = writeOf(desk, run, answer, name);
    items.push({ candidate: judgeCandidate(desk, { ...answer, key: `row-${at + 1}` }), write });
  }
  run.progress('Comparing with the library', answers.length, answers.length);
  return { candidates: items.map(item => item.candidate), messages, token: desk.pending.put(items) };
};

async function answersIn(
  desk: Desk,
  name: string,
  bytes: Uint8Array,
  scope: string | null,
  run: Run,
): Promise<{ answers: SheetAnswer[]; messages: Message[] }> {
  const document = valueIn(await desk.rooms.read(bytes, name, run.signal));
  const own = libraryRowsOf(document);
  if (own) {
    const answers = own.map(answer => ({ ...answer, scope: answer.scope ?? scope }));
    return { answers, messages: document.messages };
  }
  const { pairs, messages } = await pairsIn(desk, document, run);
  if (pairs.length === 0) {
    throw new AppError(
      'no-questions',
      `No answered question was found in ${name}. Choose a completed questionnaire, or a sheet with a question and an answer in each row.`,
      { file: name },
    );
  }
  return { answers: pairs.map(pair => sheetAnswer(pair, scope)), messages };
}

async function pairsIn(
  desk: Desk,
  document: SourceDocument,
  run: Run,
): Promise<{ pairs: Pair[]; messages: Message[] }> {
  const response = readResponse(document);
  if (response) {
    return {
      pairs: response.map(({ answer: text, ...item }) => ({ ...item, text })),
      messages: document.messages,
    };
  }
  const registered = registeredAnswers(document);
  if (registered) return { pairs: registered, messages: document.messages };
  const found = await desk.rooms.find(document, noMapping, run.signal);
  const filled = filledAnswers(found.questions).map(
    ({ question: { text: question, section }, choice, text }) => ({
      question,
      section,
      choice,
      text,
    }),
  );
  const known = new Set(filled.map(({ question }) => textKey(question)));
  const written = answeredText(document)
    .filter(({ question }) => !known.has(textKey(question)))
    .map(({ question, section, answer }) => ({ question, section, ...splitClaim(answer) }));
  return { pairs: [...filled, ...written], messages: [...document.messages, ...found.messages] };
}

interface Pair {
  question: string;
  section: string | null;
  choice: string | null;
  text: string;
}

function sheetAnswer({ question, section, choice, text }: Pair, scope: string | null): SheetAnswer {
  const tags = section === null ? [] : [section];
  return { question, choice, text, scope, owner: '', tags, reviewBy: null };
}

function writeOf(desk: Desk, run: Run, answer: SheetAnswer, file: string): Omit<LibraryWrite, 'id'> {
  return {
    ...answer,
    questionKey: textKey(answer.question),
    owner: answer.owner === '' ? run.actor : answer.owner,
    reviewBy: answer.reviewBy ?? yearAfter(desk.now()),
    source: file,
    approvedBy: run.actor,
    approvedAt: desk.now(),
    state: 'active',
    updatedAt: desk.now(),
    evidence: [],
  };
}

export const acceptLibrary: UseCase<'library.accept'> = (desk, { token, accept }, run) => {
  const wanted = new Set(accept);
  const items = desk.pending.take(token).filter(item => wanted.has(item.candidate.key));
  const outcomes = desk.store.write(db => {
    const done = items.map(item => acceptCandidate(desk, db, run.actor, item));
    const after = `${done.length} answers from ${items[0]?.write.source ?? 'no file'}`;
    tell(desk, db, run.actor, { action: 'library.imported', subject: 'library', subjectId: '', after });
    return done;
  });
  desk.emit('changed', { what: 'library' });
  const added = outcomes.filter(outcome => outcome === 'added').length;
  return { added, replaced: outcomes.length - added };
};
