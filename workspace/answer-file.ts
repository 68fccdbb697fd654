// The command line's main job without a desk: a file and policies in, the filled file and a report out. The same
// steps as the desk's, on a workspace in memory, so that nothing of the customer stays behind.
import type { Draft } from '../contract/knowledge.ts';
import type { Inspection, Question } from '../contract/questionnaire.ts';
import type { AnswerReport, ReportItem } from '../contract/report.ts';
import { properName } from '../documents/registry.ts';
import type { Run } from './desk/desk.ts';
import { roomsHere } from './desk/rooms-here.ts';
import { currentSettings } from './desk/settings.ts';
import { textKey } from './desk/text-key.ts';
import { valueIn } from './desk/value-in.ts';
import { type Companion, lacksRoom, writeCompanion } from './exports/companion.ts';
import { type Entries, entriesOf, markOf, plainEntries, plainRefusals } from './exports/entries.ts';
import { responseTo, type Said, sourcesOf } from './exports/response.ts';
import { type Knowing, openKnowing, type UnreadPolicy } from './knowing.ts';
import { askOf, stateOfDraft } from './questionnaires/draft-answers.ts';
import { noQuestions } from './questionnaires/import-questionnaire.ts';
import { noMapping } from './questionnaires/read-questionnaire.ts';

export interface AnswerFileInput extends Knowing {
  name: string;
  bytes: Uint8Array;
  /** Only policies and answers of this scope are used; null uses all. */
  scope: string | null;
  /** Without it only answers a person approved for the same question are written. */
  includeDrafts: boolean;
  /** 0 to 1; drafts below it stay blank. The workspace's setting when absent. */
  threshold?: number;
}

export interface AnsweredFile {
  bytes: Uint8Array;
  /** The file's name, with the ending its content asks for. */
  name: string;
  /** `out` is null and `companions` empty: the caller knows where it writes. */
  report: AnswerReport;
  /** The answers beside the file, when a PDF or Word file had no room for one of them. */
  companion: Companion | null;
  /** Policies that could not be read, with the reason; the others were used. */
  unread: UnreadPolicy[];
}

/** Answers one file. Errors: those of reading, `no-questions`, `fill-refused`. */
export async function answerFile(
  input: AnswerFileInput,
  progress: Run['progress'] = () => {},
): Promise<AnsweredFile> {
  const { workspace, unread } = await openKnowing(input, progress);
  try {
    const { desk } = workspace;
    const run = workspace.begin({ progress });
    progress('Reading the file', 0, null);
    const document = valueIn(await desk.rooms.read(input.bytes, input.name, run.signal));
    const name = properName(document.format, input.name);
    const found = await desk.rooms.find(document, noMapping, run.signal);
    if (found.questions.length === 0) throw noQuestions(input.name, found);
    const threshold = input.threshold ?? currentSettings(desk.store.read).draftThreshold;
    const summary = { scope: input.scope, customer: '' };
    const drafted: { question: Question; draft: Draft }[] = [];
    for (const [done, question] of found.questions.entries()) {
      progress('Answering', done, found.questions.length);
      await run.breathe();
      drafted.push({
        question,
        draft: await desk.knowledge.draft(askOf(desk, question, summary, found.questions)),
      });
    }
    progress('Filling the file', 0, null);
    const items = drafted.map(({ question, draft }) => itemOf(question, draft, threshold));
    const written = drafted.flatMap(({ question, draft }, at) => {
      const item = items[at];
      const use = item && item.outcome !== 'not-stated' && (input.includeDrafts || !item.draft);
      return use
        ? [{ question, draft, given: { choice: item.choice, text: item.answer, slotValues: {} } }]
        : [];
    });
    const entries = entriesOf(written, markOf(found.questions));
    const filled = valueIn(await desk.rooms.fill(input.bytes, input.name, plainEntries(entries), run.signal));
    const report = reportOf(input.name, items, entries, filled.receipt);
    if (!lacksRoom(written, entries, filled.receipt))
      return { bytes: filled.bytes, name, report, companion: null, unread };
    progress('Writing the response document', 0, null);
    const named = currentSettings(desk.store.read).sourcesInExport;
    const said = written.map(({ question, given, draft }): [string, Said] => [
      question.id,
      { choice: given.choice, answer: given.text, sources: named ? sourcesOf(draft.citations) : [] },
    ]);
    const form = { file: input.name, customer: '' };
    const words = responseTo(desk, form, found.questions, new Map(said));
    return {
      bytes: filled.bytes,
      name,
      report,
      companion: await writeCompanion(desk, words, run.signal),
      unread,
    };
  } finally {
    workspace.close();
  }
}

function itemOf(question: Question, draft: Draft, threshold: number): ReportItem {
  const silent = draft.outcome === 'not-stated' || draft.confidence < threshold;
  const [first] = draft.citations;
  const approved =
    draft.source === 'library' &&
    first?.question != null &&
    textKey(first.question) === textKey(question.text);
  const low = draft.outcome !== 'not-stated' && silent;
  return {
    id: question.id,
    ref: question.ref,
    question: question.text,
    answer: silent ? '' : draft.text,
    choice: silent ? null : draft.choice,
    confidence: draft.confidence,
    citations: silent ? [] : draft.citations.map(evidence => evidence.citation),
    outcome: silent ? 'not-stated' : draft.outcome,
    source: silent ? 'none' : draft.source,
    reason: low ? lowReason(draft, threshold) : draft.reason,
    explanation: (first ?? draft.candidates[0])?.parts ?? [],
    draft: !approved || stateOfDraft(draft, question, threshold) !== 'drafted',
    written: false,
  };
}

function lowReason(draft: Draft, threshold: number): string {
  const said = `A passage was found, but its confidence ${draft.confidence.toFixed(2)} is below ${threshold}.`;
  return draft.reason === null ? said : `${said} ${draft.reason}`;
}

function reportOf(
  file: string,
  items: ReportItem[],
  entries: Entries,
  receipt: AnswerReport['receipt'],
): AnswerReport {
  const done = new Set(receipt.written.map(item => JSON.stringify(item.at)));
  const writtenFor = new Set(
    entries.entries.filter(entry => done.has(JSON.stringify(entry.at))).map(entry => entry.questionId),
  );
  const answered = items.filter(item => item.outcome !== 'not-stated').length;
  return {
    file,
    out: null,
    companions: [],
    questions: items.length,
    answered,
    abstained: items.length - answered,
    slotsWritten: receipt.written.length,
    refused: [...plainRefusals(entries), ...receipt.refused],
    receipt,
    items: items.map(item => ({ ...item, written: writtenFor.has(item.id) })),
  };
}

/** What `vouch inspect` shows: the questions found in a file, where, and why. */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspection> {
  const { signal } = new AbortController();
  const document = valueIn(await roomsHere.read(bytes, name, signal));
  const { questions, regions, messages } = await roomsHere.find(document, noMapping, signal);
  return {
    file: name,
    format: document.format,
    questions,
    regions,
    messages: [...document.messages, ...messages],
  };
}
