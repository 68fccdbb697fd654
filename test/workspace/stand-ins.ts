// Small rooms for tests of the use cases: a questionnaire is a JSON file, a policy is a text file with a passage a
// line, and the drafter answers with the line that shares most words. The store and the comparison are the real ones.
import { createHash } from 'node:crypto';
import type { Draft, Evidence, Passage } from '../../contract/knowledge.ts';
import { done, failed } from '../../contract/outcome.ts';
import type { Question, Questionnaire } from '../../contract/questionnaire.ts';
import type { SourceDocument, TextBlock } from '../../contract/source-document.ts';
import type { Knowledge } from '../../knowledge-base/knowledge.ts';
import { compareAnswers } from '../../knowledge-base/match/compare-answers.ts';
import { diffPassages } from '../../knowledge-base/passages/diff-passages.ts';
import { activeLibraryAnswers } from '../../knowledge-base/store/library.ts';
import type { Store } from '../../knowledge-base/store/open-store.ts';
import { storedPassages } from '../../knowledge-base/store/passages.ts';
import { author } from '../../workspace/desk/author.ts';
import type { Rooms } from '../../workspace/desk/rooms.ts';
import { words } from '../../workspace/desk/text-key.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../workspace/open-workspace.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

export const standInRooms: Rooms = {
  async read(bytes, name) {
    const text = new TextDecoder().decode(bytes);
    if (text.startsWith('broken')) return failed('file-unreadable', `${name} is damaged. Send it again.`);
    const blocks: TextBlock[] = text.split('\n').flatMap((line, at) => {
      const place = { line: at + 1, to: at + 1 };
      const block = { kind: 'paragraph' as const, text: line, level: 0, marker: null, at: place, fields: [] };
      return line.trim() === '' ? [] : [block];
    });
    return done<SourceDocument>({ format: 'xlsx', name, title: null, grids: [], blocks, messages: [] });
  },
  async fill(bytes, _name, entries) {
    const filled = new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n${JSON.stringify(entries)}`);
    const counts = { validations: 0, formulas: 0, merges: 0, protectedSheets: 0, controls: 0 };
    const receipt = {
      format: 'text',
      originalSha256: sha('original'),
      filledSha256: sha('filled'),
      partsUnchanged: [],
      partsChanged: [],
      written: entries.map(({ at, value }) => ({ at, value })),
      refused: [],
      before: counts,
      after: counts,
      holds: true,
    };
    return done({ bytes: filled, receipt });
  },
  async find(document, mapping) {
    const [first] = document.blocks;
    const text = first && first.kind !== 'table' ? first.text : '';
    const all = text.startsWith('[') ? (JSON.parse(text) as Question[]) : [];
    const dropped = new Set(mapping?.corrections.flatMap(correction => correction.dropRows ?? []));
    const questions = all.filter((_, at) => !dropped.has(at + 1));
    const region = {
      id: 'text',
      label: 'Text',
      included: true,
      confidence: 1,
      why: 'A stand-in.',
      headerRows: [],
      firstRow: 0,
      lastRow: 0,
      columns: [],
      questions: questions.length,
    };
    const regions = all.length === 0 ? [] : [region];
    return {
      fingerprint: sha(all.map(q => q.text).join('\n')),
      questions,
      regions,
      messages: [],
    } satisfies Questionnaire;
  },
  picture: () => null,
  makePassages(document, { documentId, scope }) {
    return document.blocks.flatMap((block): Passage[] => {
      if (block.kind === 'table') return [];
      const hash = sha(block.text);
      const where = { documentId, document: document.name, scope, heading: [], context: [], at: block.at };
      return [
        { ...where, id: `${documentId}:${hash.slice(0, 16)}`, text: block.text, kind: 'sentence', hash },
      ];
    });
  },
  diffPassages,
  author,
  openKnowledge: standInKnowledge,
};

function shared(a: string, b: string): number {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  const common = [...left].filter(word => right.has(word) && word.length > 3).length;
  return left.size === 0 ? 0 : common / left.size;
}

function standInKnowledge(store: Store): Knowledge {
  const nearestAnswers: Knowledge['nearestAnswers'] = (question, scope, limit) =>
    activeLibraryAnswers(store.read, scope)
      .map(answer => ({ answer, score: Math.min(1, shared(question, answer.question)) }))
      .filter(({ score }) => score > 0.3)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ answer, score }) => evidence('library', answer.id, answer.text, answer.question, score));
  return {
    draft(ask) {
      const [best] = storedPassages(store.read)
        .map(text => JSON.parse(text) as Passage)
        .filter(passage => ask.scope === null || passage.scope === ask.scope)
        .map(passage => ({ passage, score: shared(ask.question, passage.text) }))
        .sort((a, b) => b.score - a.score);
      if (!best || best.score < 0.2) return silent;
      const cited = evidence('policy', best.passage.id, best.passage.text, null, 0.9);
      return {
        ...silent,
        outcome: 'answered',
        polarity: 'yes',
        choice: ask.options.find(option => option === 'Yes') ?? null,
        text: best.passage.text,
        confidence: 0.9,
        reason: null,
        source: 'policy',
        citations: [cited],
        candidates: [cited],
      };
    },
    nearestAnswers,
    compareAnswers,
    refresh() {},
    async ready() {},
    close() {},
  };
}

const silent: Draft = {
  outcome: 'not-stated',
  polarity: 'unknown',
  choice: null,
  text: '',
  confidence: 0.1,
  reason: 'The policies do not say.',
  notStated: [],
  source: 'none',
  citations: [],
  candidates: [],
};

function evidence(
  source: Evidence['source'],
  id: string,
  text: string,
  question: string | null,
  score: number,
): Evidence {
  const citation = { document: 'policy.md', section: '', place: { line: 1, to: 1 } };
  return { source, id, text, question, heading: [], context: [], citation, score, parts: [], marks: [] };
}

/** A question with a Yes/No drop-down and a comment beside it, on row `row` of a sheet. */
export function yesNo(row: number, text: string): Question {
  const sheet = 'Security';
  return {
    id: `Q${row}`,
    ref: `Q${row}`,
    text,
    section: 'Section',
    guidance: null,
    at: { sheet, cell: `A${row}` },
    optional: false,
    slots: [
      { role: 'choice', at: { sheet, cell: `B${row}` }, options: ['Yes', 'No', 'N/A'] },
      { role: 'text', at: { sheet, cell: `C${row}` }, purpose: 'comment' },
    ],
  };
}

export const utf8 = (text: string) => new TextEncoder().encode(text);

export const policy = [
  'Customer data is encrypted at rest with strong encryption.',
  'Backups are taken every day and restored twice a year.',
  'Access reviews happen every quarter for production systems.',
].join('\n');

export const questions = [
  yesNo(1, 'Is customer data encrypted at rest?'),
  yesNo(2, 'Are backups taken every day?'),
  yesNo(3, 'Do you own a submarine?'),
];

/** A desk in memory with a clock that moves a minute with every look, and ids that count. */
export function openDesk(options: Partial<WorkspaceOptions> = {}): Workspace {
  let minutes = 0;
  let ids = 0;
  return openWorkspace({
    location: ':memory:',
    host: 'web',
    actor: 'Ada Lovelace',
    rooms: standInRooms,
    now: () => new Date(Date.UTC(2026, 0, 5, 9, minutes++)),
    newId: () => `id-${++ids}`,
    ...options,
  });
}

export async function addPolicy(desk: Workspace, text = policy, name = 'policy.md', scope = 'acme') {
  const { file } = desk.putFile(name, utf8(text));
  const { imports } = await desk.call('policy.import', { files: [file], scope });
  const [only] = imports;
  if (!only) throw new Error('no import');
  return only;
}

export async function addForm(
  desk: Workspace,
  asked: Question[] = questions,
  customer = 'Globex',
  name = 'form.xlsx',
) {
  const { file } = desk.putFile(name, utf8(JSON.stringify(asked)));
  return desk.call('questionnaire.import', { file, customer, scope: 'acme' });
}

/** A desk with the policy and the form in it, drafted: Q1 and Q2 are drafted, Q3 needs somebody. */
export async function draftedDesk(options: Partial<WorkspaceOptions> = {}) {
  const desk = openDesk(options);
  await addPolicy(desk);
  const { questionnaire } = await addForm(desk);
  await desk.call('questionnaire.draft', { id: questionnaire.id });
  return { desk, id: questionnaire.id };
}

export async function rowOf(desk: Workspace, id: string, question: string) {
  const { rows } = await desk.call('questionnaire.get', { id });
  const row = rows.find(one => one.questionId === question);
  if (!row) throw new Error(`no row ${question}`);
  return row;
}

export async function states(desk: Workspace, id: string): Promise<string[]> {
  return (await desk.call('questionnaire.get', { id })).rows.map(row => row.state);
}
