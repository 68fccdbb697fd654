// The one map of calls, carried by three hosts (Electron, local web, command line) and implemented once in
// workspace/. Names are noun.verb. Types are inferred from the schemas, never written twice.
import { z } from 'zod';
import {
  libraryAnswer,
  libraryCandidate,
  libraryConflict,
  libraryVersion,
  policyDocument,
  policyImport,
  settings,
} from './curate.ts';
import { receipt } from './fill.ts';
import { ask, draft, passage } from './knowledge.ts';
import { message } from './outcome.ts';
import { mapping, region } from './questionnaire.ts';
import {
  answerDetail,
  answerRow,
  auditEntry,
  checkFinding,
  importResult,
  picture,
  questionnaireSummary,
} from './review.ts';

const nothing = z.strictObject({});
const id = z.strictObject({ id: z.string() });
/** Handle of bytes the host holds: made by the host's upload, or by a call that makes a file. */
export const fileHandle = z.strictObject({ file: z.string(), name: z.string(), size: z.int() });
export type FileHandle = z.infer<typeof fileHandle>;
/** Calls that take long take a job name chosen by the caller; `job.cancel` stops it and `progress` reports it. */
const job = z.string().min(1).max(64).optional();
const answerKey = { questionnaire: z.string(), question: z.string() };
const rows = z.strictObject({ rows: z.array(answerRow) });

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const calls = {
  'workspace.info': call(
    nothing,
    z.strictObject({
      version: z.string(),
      location: z.string(),
      host: z.enum(['electron', 'web']),
      scopes: z.array(z.string()),
      passages: z.int(),
      libraryAnswers: z.int(),
      /** The matcher proposes nothing below this confidence, so `draftThreshold` cannot be lower. */
      leastThreshold: z.number(),
      sampleAvailable: z.boolean(),
      /** Outgoing connections the process may open: always 0, stated so that the screen does not have to believe it. */
      egress: z.literal(0),
    }),
  ),
  'workspace.backup': call(nothing, fileHandle),
  'sample.load': call(z.strictObject({ job }), importResult),

  'questionnaire.list': call(nothing, z.strictObject({ items: z.array(questionnaireSummary) })),
  'questionnaire.import': call(
    z.strictObject({
      file: z.string(),
      customer: z.string().optional(),
      scope: z.string().nullable().optional(),
      due: z.iso.date().nullable().optional(),
      job,
    }),
    importResult,
  ),
  'questionnaire.get': call(
    id,
    z.strictObject({ questionnaire: questionnaireSummary, rows: z.array(answerRow) }),
  ),
  'questionnaire.regions': call(
    id,
    z.strictObject({ regions: z.array(region), messages: z.array(message), mapping }),
  ),
  'questionnaire.picture': call(
    z.strictObject({
      id: z.string(),
      region: z.string(),
      fromRow: z.int().min(1),
      rows: z.int().min(1).max(200),
    }),
    picture,
  ),
  'questionnaire.correct': call(z.strictObject({ id: z.string(), mapping }), importResult),
  'questionnaire.describe': call(
    z.strictObject({
      id: z.string(),
      customer: z.string().optional(),
      scope: z.string().nullable().optional(),
      due: z.iso.date().nullable().optional(),
      owner: z.string().optional(),
    }),
    questionnaireSummary,
  ),
  'questionnaire.remove': call(id, nothing),
  'questionnaire.draft': call(
    z.strictObject({ id: z.string(), questions: z.array(z.string()).optional(), job }),
    z.strictObject({ questionnaire: questionnaireSummary, rows: z.array(answerRow) }),
  ),
  'questionnaire.candidates': call(
    z.strictObject({ id: z.string(), job }),
    z.strictObject({ candidates: z.array(libraryCandidate) }),
  ),
  'questionnaire.finish': call(
    z.strictObject({ id: z.string(), accept: z.array(z.string()) }),
    z.strictObject({ questionnaire: questionnaireSummary, added: z.int(), replaced: z.int() }),
  ),
  /** Answers of a library or of last time's file carried over where the question is the same or nearly so. */
  'questionnaire.carry': call(
    z.strictObject({ id: z.string(), from: z.string().optional(), job }),
    z.strictObject({
      rows: z.array(answerRow),
      carried: z.array(
        z.strictObject({
          question: z.string(),
          was: z.string(),
          now: z.string(),
          same: z.boolean(),
          score: z.number(),
        }),
      ),
    }),
  ),

  'answer.get': call(z.strictObject(answerKey), answerDetail),
  /** Saves what a person typed; `version` guards against writing over somebody else's change. */
  'answer.edit': call(
    z.strictObject({
      ...answerKey,
      version: z.int(),
      choice: z.string().nullable().optional(),
      text: z.string().optional(),
      slotValues: z.record(z.string(), z.string()).optional(),
      /** Evidence swapped in: passage or library ids in order. */
      citations: z.array(z.string()).optional(),
    }),
    rows,
  ),
  'answer.approve': call(z.strictObject({ questionnaire: z.string(), questions: z.array(z.string()) }), rows),
  'answer.reject': call(z.strictObject({ ...answerKey, reason: z.string() }), rows),
  'answer.exclude': call(z.strictObject({ ...answerKey, reason: z.string() }), rows),
  'answer.reopen': call(z.strictObject({ questionnaire: z.string(), questions: z.array(z.string()) }), rows),
  'answer.assign': call(
    z.strictObject({
      questionnaire: z.string(),
      questions: z.array(z.string()),
      assignee: z.string().nullable(),
    }),
    rows,
  ),
  'answer.comment': call(z.strictObject({ ...answerKey, text: z.string().min(1) }), answerDetail),
  'answer.undo': call(z.strictObject({ questionnaire: z.string() }), rows),
  'answer.redo': call(z.strictObject({ questionnaire: z.string() }), rows),
  'answer.history': call(z.strictObject(answerKey), z.strictObject({ entries: z.array(auditEntry) })),

  'export.check': call(
    z.strictObject({ id: z.string(), includeDrafts: z.boolean(), job }),
    z.strictObject({ findings: z.array(checkFinding), slots: z.int(), answers: z.int() }),
  ),
  'export.make': call(
    z.strictObject({
      id: z.string(),
      includeDrafts: z.boolean(),
      register: z.boolean().optional(),
      response: z.boolean().optional(),
      job,
    }),
    z.strictObject({
      files: z.array(fileHandle.extend({ kind: z.enum(['filled', 'register', 'response', 'receipt']) })),
      receipt,
    }),
  ),

  'policy.list': call(
    nothing,
    z.strictObject({ documents: z.array(policyDocument), scopes: z.array(z.string()) }),
  ),
  'policy.import': call(
    z.strictObject({ files: z.array(z.string()), scope: z.string().min(1), job }),
    z.strictObject({ imports: z.array(policyImport) }),
  ),
  'policy.passages': call(id, z.strictObject({ document: policyDocument, passages: z.array(passage) })),
  'policy.remove': call(id, z.strictObject({ recalled: z.int() })),
  'policy.recalls': call(
    nothing,
    z.strictObject({
      library: z.array(
        z.strictObject({
          answer: libraryAnswer,
          was: z.string(),
          now: z.string().nullable(),
          document: z.string(),
        }),
      ),
      answers: z.array(
        z.strictObject({
          questionnaire: questionnaireSummary,
          row: answerRow,
          was: z.string(),
          now: z.string().nullable(),
          document: z.string(),
        }),
      ),
    }),
  ),
  'question.ask': call(ask, draft),

  'library.search': call(
    z.strictObject({
      text: z.string(),
      scope: z.string().nullable().optional(),
      owner: z.string().optional(),
      tag: z.string().optional(),
      due: z.boolean().optional(),
      state: z.enum(['active', 'retired', 'recalled']).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    z.strictObject({
      answers: z.array(libraryAnswer),
      total: z.int(),
      owners: z.array(z.string()),
      tags: z.array(z.string()),
    }),
  ),
  'library.save': call(
    z.strictObject({
      id: z.string().nullable(),
      version: z.int(),
      question: z.string().min(1),
      choice: z.string().nullable(),
      text: z.string(),
      scope: z.string().nullable(),
      owner: z.string(),
      tags: z.array(z.string()),
      reviewBy: z.iso.date().nullable(),
    }),
    libraryAnswer,
  ),
  'library.confirm': call(id, libraryAnswer),
  'library.retire': call(id, libraryAnswer),
  'library.history': call(id, z.strictObject({ versions: z.array(libraryVersion) })),
  'library.restore': call(z.strictObject({ id: z.string(), version: z.int() }), libraryAnswer),
  'library.conflicts': call(z.strictObject({ job }), z.strictObject({ conflicts: z.array(libraryConflict) })),
  'library.merge': call(z.strictObject({ keep: z.string(), retire: z.string() }), libraryAnswer),
  'library.keepBoth': call(z.strictObject({ left: z.string(), right: z.string() }), nothing),
  'library.import': call(
    z.strictObject({ file: z.string(), scope: z.string().nullable(), job }),
    z.strictObject({ candidates: z.array(libraryCandidate), messages: z.array(message), token: z.string() }),
  ),
  'library.accept': call(
    z.strictObject({ token: z.string(), accept: z.array(z.string()) }),
    z.strictObject({ added: z.int(), replaced: z.int() }),
  ),
  'library.export': call(z.strictObject({ format: z.enum(['xlsx', 'csv']) }), fileHandle),

  'activity.list': call(
    z.strictObject({
      questionnaire: z.string().optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ entries: z.array(auditEntry), more: z.boolean() }),
  ),
  'settings.get': call(nothing, settings),
  'settings.set': call(settings.partial(), settings),
  'job.cancel': call(z.strictObject({ job: z.string() }), nothing),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

export const callNames = Object.keys(calls) as CallName[];

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** Events a host sends to the renderer. */
export const events = {
  progress: z.strictObject({
    job: z.string(),
    step: z.string(),
    done: z.int(),
    total: z.int().nullable(),
  }),
  changed: z.strictObject({
    what: z.enum(['questionnaires', 'answers', 'library', 'policies', 'settings']),
    /** The answers that changed with their versions now, where that is known: who has them need not read. */
    answers: z
      .strictObject({ questionnaire: z.string(), versions: z.record(z.string(), z.int()) })
      .optional(),
  }),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = z.output<Events[N]>;
