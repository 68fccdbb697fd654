// A host made of memory, put on the window in place of Electron's preload, so that the built page can be
// driven in every state without a workspace: empty, failing, slow, huge. Never shipped.
import type {
  CallInput,
  CallName,
  CallOutput,
  EventData,
  EventName,
  FileHandle,
} from '../../contract/calls.ts';
import type { Settings } from '../../contract/curate.ts';
import type { Envelope } from '../../contract/host.ts';
import type { ErrorCode } from '../../contract/outcome.ts';
import type { Mapping } from '../../contract/questionnaire.ts';
import type { AnswerDetail, AnswerRow, AnswerState, QuestionnaireSummary } from '../../contract/review.ts';
import * as made from './fixtures.ts';

export interface FakeOptions {
  questions?: number;
  library?: number;
  /** The questionnaire is running text, as Word and PDF files are. */
  inText?: boolean;
  /** Nothing in the workspace yet. */
  empty?: boolean;
  /** Calls that fail, with their code. */
  failing?: Partial<Record<CallName, ErrorCode>>;
  /** Calls that never answer. */
  hanging?: CallName[];
  /** Milliseconds each call takes. */
  delay?: number;
  theme?: Settings['theme'];
}

type Handlers = { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, text: string) {
    super(text);
    this.code = code;
  }
}

const file = (name: string): FileHandle => ({ file: `f-${name}`, name, size: 48_213 });

export function makeFakeHost(options: FakeOptions = {}) {
  const { questions = 60, library = 120, empty = false, failing = {}, hanging = [], delay = 1 } = options;
  const rows = new Map(
    Array.from({ length: questions }, (_, index) => ({
      ...made.makeRow(index, questions),
      ...(options.inText ? { at: { page: 1 + Math.floor(index / 20), line: 2 + (index % 20) * 2 } } : {}),
    })).map(row => [row.questionId, row]),
  );
  const ordered = () => [...rows.values()];
  const comments = new Map<string, AnswerDetail['comments']>();
  const answers = Array.from({ length: empty ? 0 : library }, (_, index) => made.makeLibraryAnswer(index));
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  const past: AnswerRow[][] = [];
  const future: AnswerRow[][] = [];
  let mapping: Mapping = { corrections: [] };
  let conflicts = empty ? [] : made.conflicts();
  let others = empty ? [] : made.otherQuestionnaires();
  let gone = empty;
  let settings: Settings = {
    draftThreshold: 0.6,
    bulkThreshold: 0.85,
    reviewer: 'Ada Lind',
    company: 'Zuplo',
    sourcesInExport: true,
    theme: options.theme ?? 'auto',
    vectors: false,
  };

  const emit = <N extends EventName>(name: N, data: EventData<N>) => {
    for (const listener of listeners.get(name) ?? []) listener(data as never);
  };
  const summary = (): QuestionnaireSummary => {
    const counts = { ...made.makeSummary({}).counts };
    for (const row of rows.values()) counts[row.state]++;
    return made.makeSummary({ questions: rows.size, counts });
  };
  const need = (id: string): AnswerRow => {
    const row = rows.get(id);
    if (!row) throw new Refusal('not-found', 'This question is no longer in the file.');
    return row;
  };
  const change = (ids: string[], part: (row: AnswerRow) => Partial<AnswerRow>, remember = true) => {
    const before = ids.map(need);
    if (remember) {
      past.push(before);
      future.length = 0;
    }
    const next = before.map(row => ({ ...row, ...part(row), version: row.version + 1 }));
    for (const row of next) rows.set(row.questionId, row);
    const versions = Object.fromEntries(next.map(row => [row.questionId, row.version]));
    emit('changed', { what: 'answers', answers: { questionnaire: 'n1', versions } });
    return { rows: next };
  };
  const step = (from: AnswerRow[][], to: AnswerRow[][]) => {
    const back = from.pop();
    if (!back) throw new Refusal('conflict', 'There is nothing to take back.');
    to.push(back.map(row => need(row.questionId)));
    const again = new Map(back.map(row => [row.questionId, row]));
    return change([...again.keys()], row => ({ ...again.get(row.questionId) }), false);
  };
  const state = (to: AnswerState) => () => ({ state: to });
  const detail = (id: string): AnswerDetail => {
    const row = need(id);
    const all = ordered();
    const at = row.position;
    const evidence = made.someEvidence(at);
    const cited = row.state === 'needs-you' ? [] : evidence.slice(0, 1 + (at % 2));
    return {
      row,
      question: made.makeQuestion(row),
      draft: {
        outcome: row.outcome ?? 'not-stated',
        polarity: row.choice === 'Yes' ? 'yes' : 'unknown',
        choice: row.choice,
        text: row.answer,
        confidence: row.confidence,
        reason: row.outcome === 'not-stated' ? 'Backups are described, their location is not.' : null,
        notStated: row.outcome === 'partly' ? ['the rotation period'] : [],
        source: row.state === 'needs-you' ? 'none' : 'policy',
        citations: cited,
        candidates: evidence,
      },
      choice: row.choice,
      text: row.answer,
      slotValues: {},
      reason: row.state === 'rejected' ? 'Names the old key service.' : null,
      comments:
        comments.get(id) ??
        (row.comments > 0
          ? [
              {
                id: `c${at}`,
                author: 'Robin Vale',
                text: 'Check with the platform team first.',
                at: made.now,
              },
            ]
          : []),
      library: [
        made.makeEvidence('l1', 'Keys live in a managed service and are rotated yearly.', 0.71, true),
      ],
      neighbours: { before: all.slice(Math.max(0, at - 2), at), after: all.slice(at + 1, at + 3) },
      picture: made.makePicture(all, Math.max(3, at + 2), 5),
      recalled:
        row.state === 'recalled'
          ? [
              {
                document: 'Security policy 2026',
                was: 'Keys are rotated every year.',
                now: 'Keys are rotated every 90 days.',
              },
            ]
          : [],
    };
  };
  const importResult = (known = false): CallOutput<'questionnaire.import'> => ({
    questionnaire: summary(),
    regions: made.makeRegions(rows.size),
    messages: [
      {
        severity: 'warning',
        code: 'merged',
        text: 'Two questions share one merged answer cell.',
        at: { sheet: 'Security', cell: 'C9' },
      },
    ],
    known: known ? { questionnaireId: 'n2', file: 'vendor assessment 2025.xlsx', at: made.now } : null,
  });
  const long = async (job: string | undefined, name: string) => {
    for (let done = 0; done <= 10; done++) {
      if (job) emit('progress', { job, step: name, done: done * 10, total: 100 });
      await new Promise(resolve => setTimeout(resolve, delay * 2));
    }
  };

  const handlers: Handlers = {
    'workspace.info': () => ({
      version: '0.1.0',
      location: '/home/ada/Vouch/workspace.vouch',
      host: 'electron',
      scopes: empty ? [] : ['zapro', 'zuplo'],
      passages: empty ? 0 : 389,
      libraryAnswers: answers.length,
      leastThreshold: 0.22,
      sampleAvailable: true,
      egress: 0,
    }),
    'workspace.backup': () => file('workspace-backup.vouch'),
    'sample.load': async ({ job }) => {
      await long(job, 'Reading the sample');
      gone = false;
      return importResult();
    },
    'questionnaire.list': () => ({ items: gone ? [] : [summary(), ...others] }),
    'questionnaire.import': async ({ job }) => {
      await long(job, 'Finding questions');
      gone = false;
      return importResult(true);
    },
    'questionnaire.get': () => ({ questionnaire: summary(), rows: ordered() }),
    'questionnaire.regions': () => ({
      regions: options.inText ? made.makeTextRegion(rows.size) : made.makeRegions(rows.size),
      messages: importResult().messages,
      mapping,
    }),
    'questionnaire.picture': ({ fromRow, rows: count }) => made.makePicture(ordered(), fromRow, count),
    'questionnaire.correct': input => {
      mapping = input.mapping;
      const result = importResult();
      return {
        ...result,
        regions: result.regions.map(region => {
          const own = mapping.corrections.find(correction => correction.region === region.id);
          return own ? { ...region, included: own.included ?? region.included } : region;
        }),
      };
    },
    'questionnaire.describe': () => summary(),
    'questionnaire.remove': ({ id }) => {
      others = others.filter(item => item.id !== id);
      if (id === 'n1') gone = true;
      return {};
    },
    'questionnaire.draft': async ({ job, questions: ids }) => {
      await long(job, 'Answering');
      const result = change(
        ids ??
          ordered()
            .filter(row => row.state === 'empty')
            .map(row => row.questionId),
        state('drafted'),
      );
      return { questionnaire: summary(), rows: result.rows };
    },
    'questionnaire.candidates': () => ({
      candidates: (['new', 'replaces', 'duplicate', 'contradicts'] as const).map((verdict, index) => ({
        key: `k${index}`,
        question: need(`q${index}`).text,
        choice: 'Yes',
        text: 'Keys are rotated every 90 days.',
        verdict,
        other: verdict === 'new' ? null : made.makeLibraryAnswer(index),
        why: verdict === 'contradicts' ? 'number: every year / 90 days' : '',
      })),
    }),
    'questionnaire.finish': ({ accept }) => ({ questionnaire: summary(), added: accept.length, replaced: 0 }),
    'questionnaire.carry': () => ({
      rows: [],
      carried: [
        { question: 'q1', was: 'How are keys managed?', now: need('q1').text, same: false, score: 0.87 },
        { question: 'q2', was: need('q2').text, now: need('q2').text, same: true, score: 1 },
      ],
    }),
    'answer.get': ({ question }) => detail(question),
    'answer.edit': ({ question, version, choice, text }) => {
      if (need(question).version !== version) throw new Refusal('conflict', 'This answer has changed since.');
      return change([question], () => ({
        state: 'edited',
        ...(choice === undefined ? {} : { choice }),
        ...(text === undefined ? {} : { answer: text }),
      }));
    },
    'answer.approve': ({ questions: ids }) => change(ids, state('approved')),
    'answer.reject': ({ question }) => change([question], state('rejected')),
    'answer.exclude': ({ question }) => change([question], state('not-applicable')),
    'answer.reopen': ({ questions: ids }) => change(ids, state('drafted')),
    'answer.assign': ({ questions: ids, assignee }) => change(ids, () => ({ assignee })),
    'answer.comment': ({ question, text }) => {
      const said = { id: `c${Math.random()}`, author: settings.reviewer, text, at: made.now };
      comments.set(question, [...detail(question).comments, said]);
      change([question], row => ({ comments: row.comments + 1 }));
      return detail(question);
    },
    'answer.undo': () => step(past, future),
    'answer.redo': () => step(future, past),
    'answer.history': () => ({ entries: made.activity(4) }),
    'export.check': ({ includeDrafts }) => ({
      slots: 180,
      answers: 90,
      findings: [
        {
          kind: 'unapproved',
          severity: 'warning',
          text: '18 answers are drafted and not approved.',
          questionIds: ['q1', 'q2'],
        },
        { kind: 'unanswered', severity: 'warning', text: '6 questions have no answer.', questionIds: ['q3'] },
        {
          kind: 'contradiction',
          severity: 'error',
          text: 'DA-02 says every year, AC-14 says every 90 days.',
          questionIds: ['q1', 'q13'],
        },
        {
          kind: 'leak',
          severity: 'error',
          text: 'DA-05 names another customer: Contoso Health.',
          questionIds: ['q4'],
        },
      ].filter(() => !includeDrafts) as CallOutput<'export.check'>['findings'],
    }),
    'export.make': async ({ job, register, response }) => {
      await long(job, 'Filling');
      const counts = { validations: 61, formulas: 12, merges: 4, protectedSheets: 1, controls: 0 };
      return {
        files: [
          { ...file('Northwind Bank, vendor assessment 2026.xlsx'), kind: 'filled' },
          { ...file('receipt.json'), kind: 'receipt' },
          ...(register ? [{ ...file('register.xlsx'), kind: 'register' as const }] : []),
          ...(response ? [{ ...file('response.docx'), kind: 'response' as const }] : []),
        ],
        receipt: {
          format: 'xlsx',
          originalSha256: 'a'.repeat(64),
          filledSha256: 'b'.repeat(64),
          partsUnchanged: Array.from({ length: 23 }, (_, index) => `xl/part${index}.xml`),
          partsChanged: [{ name: 'xl/worksheets/sheet1.xml', cells: 88, outsideUnchanged: true }],
          written: Array.from({ length: 88 }, (_, index) => ({
            at: { sheet: 'Security', cell: `C${index + 4}` },
            value: 'Yes',
          })),
          refused: [
            {
              at: { sheet: 'Security', cell: 'C12' },
              value: 'Partially',
              code: 'not-listed',
              reason: 'The drop-down offers only Yes and No.',
            },
          ],
          before: counts,
          after: counts,
          holds: true,
        },
      };
    },
    'policy.list': () => ({
      documents: empty ? [] : made.documents,
      scopes: empty ? [] : ['zapro', 'zuplo'],
    }),
    'policy.import': async ({ job }) => {
      await long(job, 'Reading policies');
      const [document] = made.documents;
      if (!document) throw new Refusal('internal', 'no document');
      const [one, two, three] = made.makePassages(document);
      return {
        imports: [
          {
            document,
            file: document.name,
            diff: {
              unchanged: 237,
              changed: one
                ? [
                    {
                      was: one,
                      now: {
                        ...one,
                        id: 'new',
                        text: 'Customer data is encrypted at rest with AES-256, backups included.',
                      },
                    },
                  ]
                : [],
              added: two ? [two] : [],
              removed: three ? [three] : [],
            },
            messages: [],
            recalled: { library: ['l3', 'l8'], answers: 4 },
          },
          {
            document: null,
            file: 'scan.pdf',
            diff: null,
            messages: [
              {
                severity: 'error',
                code: 'encrypted',
                text: 'This PDF is protected by a password. Save it without one and import it again.',
                at: null,
              },
            ],
            recalled: { library: [], answers: 0 },
          },
        ],
      };
    },
    'policy.passages': ({ id }) => {
      const document = made.documents.find(item => item.id === id);
      if (!document) throw new Refusal('not-found', 'This document is no longer here.');
      return { document, passages: made.makePassages(document) };
    },
    'policy.remove': () => ({ recalled: 3 }),
    'policy.recalls': () => ({
      library: answers
        .filter(answer => answer.state === 'recalled')
        .map(answer => ({
          answer,
          was: 'Keys are rotated every year.',
          now: 'Keys are rotated every 90 days.',
          document: 'Security policy 2026',
        })),
      answers: gone
        ? []
        : ordered()
            .filter(row => row.state === 'recalled')
            .slice(0, 20)
            .map(row => ({
              questionnaire: summary(),
              row,
              was: 'Keys are rotated every year.',
              now: null,
              document: 'Security policy 2026',
            })),
    }),
    'question.ask': () => ({
      outcome: 'partly',
      polarity: 'yes',
      choice: null,
      text: 'Customer data is encrypted at rest with AES-256 in databases, object storage and backups.',
      confidence: 0.83,
      reason: 'Encryption is described, the key length of backups is not.',
      notStated: ['the key length of backups'],
      source: 'policy',
      citations: made.someEvidence(0).slice(0, 1),
      candidates: made.someEvidence(0),
    }),
    'library.search': ({ text, scope, owner, tag, due, state: wanted, offset = 0, limit = 50 }) => {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = answers.filter(answer => {
        const whole = `${answer.question} ${answer.text}`.toLowerCase();
        return (
          words.every(word => whole.includes(word)) &&
          (!scope || answer.scope === scope) &&
          (!owner || answer.owner === owner) &&
          (!tag || answer.tags.includes(tag)) &&
          (!due || answer.reviewBy !== null) &&
          (!wanted || answer.state === wanted)
        );
      });
      return {
        answers: found.slice(offset, offset + limit),
        total: found.length,
        owners: empty ? [] : ['Ada Lind', 'Robin Vale'],
        tags: empty ? [] : ['encryption', 'soc2'],
      };
    },
    'library.save': input => {
      const base = answers.find(answer => answer.id === input.id) ?? {
        ...made.makeLibraryAnswer(0),
        id: `l${answers.length}`,
      };
      const saved = { ...base, ...input, id: base.id, version: base.version + 1 };
      const at = answers.findIndex(answer => answer.id === saved.id);
      if (at < 0) answers.unshift(saved);
      else answers[at] = saved;
      return saved;
    },
    'library.confirm': ({ id }) => {
      const answer = answers.find(item => item.id === id);
      if (!answer) throw new Refusal('not-found', 'This answer is no longer in the library.');
      answer.state = 'active';
      return answer;
    },
    'library.retire': ({ id }) => {
      const answer = answers.find(item => item.id === id);
      if (!answer) throw new Refusal('not-found', 'This answer is no longer in the library.');
      answer.state = 'retired';
      return answer;
    },
    'library.history': ({ id }) => ({
      versions: [2, 1].map(version => ({
        version,
        question: answers.find(answer => answer.id === id)?.question ?? '',
        choice: 'Yes',
        text: version === 2 ? 'Keys are rotated every 90 days.' : 'Keys are rotated every year.',
        at: made.now,
        actor: 'Ada Lind',
      })),
    }),
    'library.restore': ({ id }) => answers.find(answer => answer.id === id) ?? made.makeLibraryAnswer(0),
    'library.conflicts': () => ({ conflicts }),
    'library.merge': ({ keep, retire }) => {
      conflicts = conflicts.filter(pair => pair.left.id !== retire && pair.right.id !== retire);
      return answers.find(answer => answer.id === keep) ?? made.makeLibraryAnswer(0);
    },
    'library.keepBoth': ({ left }) => {
      conflicts = conflicts.filter(pair => pair.left.id !== left);
      return {};
    },
    'library.import': async ({ job }) => {
      await long(job, 'Reading past answers');
      return {
        token: 't',
        messages: [],
        candidates: (await handlers['questionnaire.candidates']?.({ id: 'n1' }))?.candidates ?? [],
      };
    },
    'library.accept': ({ accept }) => ({ added: accept.length, replaced: 0 }),
    'library.export': ({ format }) => file(`library.${format}`),
    'activity.list': ({ before, limit }) => {
      const all = (empty ? [] : made.activity(340)).filter(
        entry => before === undefined || entry.id < before,
      );
      return { entries: all.slice(0, limit), more: all.length > limit };
    },
    'settings.get': () => settings,
    'settings.set': part => {
      settings = { ...settings, ...(part as Partial<Settings>) };
      return settings;
    },
    'job.cancel': () => ({}),
  };

  return {
    kind: 'electron' as const,
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>> {
      if (hanging.includes(name)) return new Promise(() => undefined);
      await new Promise(resolve => setTimeout(resolve, delay));
      const code = failing[name];
      if (code) return { ok: false, error: { code, text: 'This is what to do about it.', params: {} } };
      try {
        const handler = handlers[name] as
          | ((given: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>>)
          | undefined;
        if (!handler) throw new Refusal('internal', `No handler for ${name}.`);
        return { ok: true, value: structuredClone(await handler(input)) };
      } catch (error) {
        const known = error instanceof Refusal ? error.code : 'internal';
        return { ok: false, error: { code: known, text: (error as Error).message, params: {} } };
      }
    },
    on<N extends EventName>(name: N, listener: (data: EventData<N>) => void) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (data: never) => void));
      return () => void set.delete(listener as (data: never) => void);
    },
    stage: async (name: string, bytes: ArrayBuffer): Promise<Envelope<FileHandle>> => ({
      ok: true,
      value: { file: `f-${name}`, name, size: bytes.byteLength },
    }),
    save: async () => ({ ok: true, value: true }),
    emit,
  };
}
