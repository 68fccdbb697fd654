// The knowledge base as the use cases see it: questions in, drafts out. Holds the passages and approved answers
// of the store in the form matching needs, and builds that form anew when the store's revisions have moved.
import type { Ask, Draft, Evidence, Passage } from '../contract/knowledge.ts';
import { draftAnswer } from './draft/draft.ts';
import type { Embedder } from './embed/embedder.ts';
import { energeticEmbedder } from './embed/energetic.ts';
import { openNearness } from './embed/nearness.ts';
import { type Collection, countCollection } from './match/collection.ts';
import { type Comparison, compareAnswers, type StatedAnswer } from './match/compare-answers.ts';
import { indexEntry } from './match/index-entry.ts';
import { type LibraryIndex, makeLibraryIndex, readAnswers } from './match/library-index.ts';
import { makePassageIndex, type PassageIndex } from './match/passage-index.ts';
import { readQuestion } from './match/question.ts';
import { rankCandidates } from './match/rank.ts';
import type { Statement } from './match/statement.ts';
import { readStatements, type Statements, statementsInSteps } from './match/statements.ts';
import { activeLibraryAnswers } from './store/library.ts';
import type { Store } from './store/open-store.ts';
import { storedPassages } from './store/passages.ts';
import { revisionOf } from './store/revisions.ts';
import { storedSettings } from './store/settings.ts';
import { readTagger } from './text/parts-of-speech.ts';

export interface Knowledge {
  /** Drafts one answer. The same store and the same ask give the same draft, byte for byte. */
  draft(ask: Ask): Draft | Promise<Draft>;
  /** Approved answers to the same or a near question, best first. `scope` null looks at all. */
  nearestAnswers(question: string, scope: string | null, limit: number): Evidence[];
  compareAnswers(a: StatedAnswer, b: StatedAnswer): Comparison;
  /** Reads the store again if it changed; draft and nearestAnswers do so by themselves. */
  refresh(): void;
  /** As `refresh`, in steps with a pause before each: thousands of answers take seconds to read. */
  ready(pause: () => Promise<void>): Promise<void>;
  close(): void;
}

interface View {
  revision: number;
  statements: Statements;
  passages: readonly Passage[];
  index: PassageIndex;
  all: Collection;
  scoped: Map<string, Collection>;
}

interface LibraryView {
  revision: number;
  index: LibraryIndex;
}

/** `embedder` is used while the setting `vectors` is on, which it is not by default. */
export function openKnowledge(store: Store, embedder: Embedder = energeticEmbedder()): Knowledge {
  const nearness = openNearness(store, embedder);
  let view: View | null = null;
  const current = (): View => {
    const revision = revisionOf(store.read, 'passages');
    if (view?.revision !== revision) view = makeView(store, revision, view);
    return view;
  };
  // Apart from the passages: one answer saved must not make a whole policy library be read again.
  let library: LibraryView | null = null;
  const answers = (): LibraryIndex => {
    const revision = revisionOf(store.read, 'library');
    if (library?.revision !== revision) {
      library = { revision, index: makeLibraryIndex(activeLibraryAnswers(store.read, null), library?.index) };
    }
    return library.index;
  };
  let reading: Promise<void> | null = null;
  const read = async (pause: () => Promise<void>): Promise<void> => {
    if (view === null) {
      const statements = await readInSteps(storedPassages(store.read), pause);
      view ??= makeView(store, revisionOf(store.read, 'passages'), { statements });
    }
    current();
    await pause();
    readTagger();
    if (library?.revision === revisionOf(store.read, 'library')) return;
    const readings = await readAnswers(activeLibraryAnswers(store.read, null), library?.index, pause);
    const revision = revisionOf(store.read, 'library');
    library = { revision, index: makeLibraryIndex(activeLibraryAnswers(store.read, null), { readings }) };
  };
  return {
    async draft(ask) {
      const now = current();
      const collection = collectionOf(now, ask.scope);
      const question = readQuestion(ask);
      const at = (row: number) => statementAt(now, row);
      const near = vectorsWanted(store) ? await nearness.to(question.text, now.passages) : null;
      const candidates = rankCandidates(question, ask.scope, now.index, at, collection, near);
      // "If so, how often?" was asked after many a question; an answer to the same words answers another one.
      const approved = question.leaning ? [] : answers().nearest(ask.question, ask.scope, 3);
      return draftAnswer(ask, question, candidates, approved);
    },
    nearestAnswers: (question, scope, limit) => answers().nearest(question, scope, limit),
    compareAnswers,
    async ready(pause) {
      // Two readers at once would do the work twice; the second waits, and takes over if the first was stopped.
      while (reading) {
        await Promise.race([reading.catch(() => {}), new Promise(resolve => setTimeout(resolve, 20))]);
        await pause();
      }
      reading = read(pause).finally(() => {
        reading = null;
      });
      await reading;
    },
    refresh() {
      current();
      answers();
    },
    close() {
      view = null;
      library = null;
    },
  };
}

function makeView(store: Store, revision: number, before: Pick<View, 'statements'> | null): View {
  const statements = readStatements(storedPassages(store.read), before?.statements ?? null);
  return {
    revision,
    statements,
    passages: statements.list.map(statement => statement.passage),
    index: makePassageIndex(statements.list.map((statement, row) => indexEntry(statement, row))),
    all: countCollection(statements.list),
    scoped: new Map(),
  };
}

async function readInSteps(stored: readonly string[], pause: () => Promise<void>): Promise<Statements> {
  const steps = statementsInSteps(stored, null);
  let step = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  return step.value;
}

function vectorsWanted(store: Store): boolean {
  return storedSettings(store.read).vectors === true;
}

function collectionOf(view: View, scope: string | null): Collection {
  if (scope === null) return view.all;
  let own = view.scoped.get(scope);
  if (!own) {
    own = countCollection(view.all.statements.filter(statement => statement.passage.scope === scope));
    view.scoped.set(scope, own);
  }
  return own;
}

function statementAt(view: View, row: number): Statement {
  const statement = view.all.statements[row];
  if (!statement) throw new Error(`The index names row ${row}, which no passage has.`);
  return statement;
}
