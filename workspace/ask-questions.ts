// Questions without a file: `vouch ask`, one or a JSONL file of them.
import type { Draft } from '../contract/knowledge.ts';
import type { AskedLine, AskLine } from '../contract/report.ts';
import type { Run } from './desk/desk.ts';
import { currentSettings } from './desk/settings.ts';
import { type Knowing, openKnowing } from './knowing.ts';

export interface AskQuestionsInput extends Knowing {
  questions: AskLine[];
  /** Used for the questions that name none. */
  scope: string | null;
  threshold?: number;
}

/** Answers in the order asked. */
export async function askQuestions(
  input: AskQuestionsInput,
  progress: Run['progress'] = () => {},
): Promise<AskedLine[]> {
  const { workspace } = await openKnowing(input, progress);
  try {
    const { desk } = workspace;
    const run = workspace.begin({ progress });
    const threshold = input.threshold ?? currentSettings(desk.store.read).draftThreshold;
    const out: AskedLine[] = [];
    for (const [done, { id, question, scope }] of input.questions.entries()) {
      progress('Answering', done, input.questions.length);
      await run.breathe();
      const ask = {
        question,
        scope: scope ?? input.scope,
        section: null,
        guidance: null,
        options: [],
        limit: null,
      };
      out.push(askedLineOf(id, await desk.knowledge.draft({ ...ask, names: [] }), threshold));
    }
    return out;
  } finally {
    workspace.close();
  }
}

function askedLineOf(id: string, draft: Draft, threshold: number): AskedLine {
  const abstain = draft.outcome === 'not-stated' || draft.confidence < threshold;
  const low = abstain && draft.outcome !== 'not-stated';
  return {
    id,
    passages: draft.candidates.map(evidence => evidence.text),
    abstain,
    reason: low && draft.reason === null ? `The confidence is below ${threshold}.` : draft.reason,
    polarity: abstain ? 'unknown' : draft.polarity,
    answer: abstain ? '' : draft.text,
    confidence: draft.confidence,
    citations: abstain ? [] : draft.citations.map(evidence => evidence.citation),
  };
}
