// Everything the screens ask of the product, one documented function per operation. Each unwraps the host's
// envelope: the value on success, an AppError (code, text that says what to do) on an expected failure.
// Long because the product has many operations; each is a line.
import type { CallInput, CallName, CallOutput, FileHandle } from '../contract/calls.ts';
import type { Envelope } from '../contract/host.ts';
import { AppError } from '../contract/outcome.ts';
import { host } from './host/index.ts';

function unwrap<T>(answer: Envelope<T>): T {
  if (answer.ok) return answer.value;
  throw new AppError(answer.error.code, answer.error.text, answer.error.params);
}

async function run<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return unwrap(await host.call(name, input));
}

type In<N extends CallName> = CallInput<N>;

/** Version, place on disk, scopes and sizes of the open workspace. */
export const getInfo = () => run('workspace.info', {});
/** Makes a copy of the workspace file, as a file to save. */
export const makeBackup = () => run('workspace.backup', {});
/** Loads the sample questionnaire with its policies. */
export const loadSample = (job: string) => run('sample.load', { job });

/** Hands a dropped or chosen file's bytes to the host; other calls then name it by its handle. */
export const stageFile = async (file: File): Promise<FileHandle> => unwrap(await host.stage(file));
/** Saves a file the host made. False when the person dismissed the dialog. */
export const saveFile = async (file: FileHandle): Promise<boolean> => unwrap(await host.save(file));

/** All questionnaires with their counts by state. */
export const listQuestionnaires = async () => (await run('questionnaire.list', {})).items;
/** Reads a staged file, finds its questions and opens it as a questionnaire. */
export const importQuestionnaire = (input: In<'questionnaire.import'>) => run('questionnaire.import', input);
/** One questionnaire with a row per question. */
export const getQuestionnaire = (id: string) => run('questionnaire.get', { id });
/** What was found in each sheet or table and why, with the corrections made so far. */
export const getRegions = (id: string) => run('questionnaire.regions', { id });
/** Rows of a sheet as a person sees them, at most 200 from `fromRow` (from 1). */
export const getPicture = (id: string, region: string, fromRow: number, rows: number) =>
  run('questionnaire.picture', { id, region, fromRow, rows });
/** Applies a person's correction of the found columns and remembers it for this form. */
export const correctMapping = (id: string, mapping: In<'questionnaire.correct'>['mapping']) =>
  run('questionnaire.correct', { id, mapping });
/** Sets customer, scope, due date (YYYY-MM-DD) or owner. */
export const describeQuestionnaire = (input: In<'questionnaire.describe'>) =>
  run('questionnaire.describe', input);
/** Deletes a questionnaire and its answers. The library keeps what it has learnt. */
export const removeQuestionnaire = (id: string) => run('questionnaire.remove', { id });
/** Drafts answers from policies and library, for all questions or the ones named. */
export const draftAnswers = (input: In<'questionnaire.draft'>) => run('questionnaire.draft', input);
/** What finishing would add to the library. */
export const getCandidates = async (id: string, job: string) =>
  (await run('questionnaire.candidates', { id, job })).candidates;
/** Finishes a questionnaire: the accepted candidates (by key) enter the library. */
export const finishQuestionnaire = (id: string, accept: string[]) =>
  run('questionnaire.finish', { id, accept });
/** Carries answers over from the library or from last time's questionnaire of this form. */
export const carryAnswers = (id: string, job: string, from?: string) =>
  run('questionnaire.carry', { id, job, ...(from === undefined ? {} : { from }) });

/** Everything about one answer: evidence, draft, comments, neighbours, picture. */
export const getAnswer = (questionnaire: string, question: string) =>
  run('answer.get', { questionnaire, question });
/** Saves what a person typed, chose or swapped in. `conflict` when the row's version has moved on. */
export const editAnswer = async (input: In<'answer.edit'>) => (await run('answer.edit', input)).rows;
/** Everything that happened to one answer, newest first. */
export const getAnswerHistory = async (questionnaire: string, question: string) =>
  (await run('answer.history', { questionnaire, question })).entries;
/** Approves answers in a person's name. */
export const approveAnswers = async (questionnaire: string, questions: string[]) =>
  (await run('answer.approve', { questionnaire, questions })).rows;
/** Rejects an answer, with the reason. */
export const rejectAnswer = async (input: In<'answer.reject'>) => (await run('answer.reject', input)).rows;
/** Marks a question as not applicable, with the reason. */
export const excludeAnswer = async (input: In<'answer.exclude'>) => (await run('answer.exclude', input)).rows;
/** Takes approval, rejection or exclusion back. */
export const reopenAnswers = async (questionnaire: string, questions: string[]) =>
  (await run('answer.reopen', { questionnaire, questions })).rows;
/** Gives questions to a named person, or to nobody. */
export const assignAnswers = async (input: In<'answer.assign'>) => (await run('answer.assign', input)).rows;
/** Adds a comment, seen by colleagues only. */
export const commentAnswer = (input: In<'answer.comment'>) => run('answer.comment', input);
/** Takes the last change of this questionnaire back. `conflict` when there is none. */
export const undoAnswer = async (questionnaire: string) => (await run('answer.undo', { questionnaire })).rows;
/** Makes the last undone change again. */
export const redoAnswer = async (questionnaire: string) => (await run('answer.redo', { questionnaire })).rows;

/** What to know before the file is made. */
export const checkExport = (id: string, includeDrafts: boolean, job: string) =>
  run('export.check', { id, includeDrafts, job });
/** Fills the customer's own file and makes the extra documents asked for. */
export const makeExport = (input: In<'export.make'>) => run('export.make', input);

/** All policy documents and the scopes they belong to. */
export const listPolicies = () => run('policy.list', {});
/** Imports staged policy files into a scope; a known name is a re-import and gives a diff. */
export const importPolicies = async (input: In<'policy.import'>) =>
  (await run('policy.import', input)).imports;
/** The passages of one document, in order. */
export const getPassages = (id: string) => run('policy.passages', { id });
/** Removes a policy document; answers that quote it are recalled. */
export const removePolicy = (id: string) => run('policy.remove', { id });
/** Approved answers, in the library and in questionnaires, whose quoted passage has changed or gone. */
export const listRecalls = () => run('policy.recalls', {});
/** Answers one question from the policies, without a questionnaire. */
export const askQuestion = (input: In<'question.ask'>) => run('question.ask', input);

/** Searches the answer library. */
export const searchLibrary = (input: In<'library.search'>) => run('library.search', input);
/** Saves a library answer; `id` null makes a new one, `version` guards against overwriting. */
export const saveLibraryAnswer = (input: In<'library.save'>) => run('library.save', input);
/** Says that a recalled or due answer is still right. */
export const confirmLibraryAnswer = (id: string) => run('library.confirm', { id });
/** Takes an answer out of use; its history stays. */
export const retireLibraryAnswer = (id: string) => run('library.retire', { id });
/** Every version of a library answer, newest first. */
export const getLibraryHistory = async (id: string) => (await run('library.history', { id })).versions;
/** Brings an earlier version back as the newest. */
export const restoreLibraryVersion = (id: string, version: number) => run('library.restore', { id, version });
/** Pairs of answers that say the same or contradict each other. */
export const listConflicts = async (job: string) => (await run('library.conflicts', { job })).conflicts;
/** Keeps one answer of a pair and retires the other. */
export const mergeLibraryAnswers = (keep: string, retire: string) => run('library.merge', { keep, retire });
/** Says that both answers of a pair are meant. */
export const keepBothAnswers = (left: string, right: string) => run('library.keepBoth', { left, right });
/** Reads past answers from a staged file; nothing is added before `acceptLibraryImport`. */
export const importLibrary = (input: In<'library.import'>) => run('library.import', input);
/** Adds the chosen candidates (by key) of an import. */
export const acceptLibraryImport = (token: string, accept: string[]) =>
  run('library.accept', { token, accept });
/** The whole library as a spreadsheet, as a file to save. */
export const exportLibrary = (format: 'xlsx' | 'csv') => run('library.export', { format });

/** Who changed what, newest first, `before` an entry's id. */
export const listActivity = (input: In<'activity.list'>) => run('activity.list', input);
/** Settings of this workspace. */
export const getSettings = () => run('settings.get', {});
/** Changes the settings given; the rest stay. */
export const saveSettings = (change: In<'settings.set'>) => run('settings.set', change);
/** Asks a running job to stop. */
export const cancelJob = (job: string) => run('job.cancel', { job });
