// Call name to use case: the whole of what the desk can do. The type makes a missing or misfitting one an error,
// so the map and the contract cannot drift apart.
import type { CallName } from '../contract/calls.ts';
import { listActivity } from './activity/list-activity.ts';
import { answerHistory, commentAnswer, getAnswer } from './answers/answer-detail.ts';
import { approveAnswers } from './answers/approve-answers.ts';
import { editAnswer } from './answers/edit-answer.ts';
import { assignAnswers, excludeAnswer, rejectAnswer, reopenAnswers } from './answers/set-aside.ts';
import { redoAnswer, undoAnswer } from './answers/undo-answers.ts';
import type { UseCase } from './desk/desk.ts';
import { checkExport } from './exports/check-export.ts';
import { makeExport } from './exports/make-export.ts';
import { askQuestion } from './home/ask-question.ts';
import { loadSample } from './home/load-sample.ts';
import {
  backupWorkspace,
  cancelJob,
  getSettings,
  setSettings,
  workspaceInfo,
} from './home/workspace-info.ts';
import {
  confirmAnswer,
  libraryHistory,
  restoreVersion,
  retireAnswer,
  saveLibraryAnswer,
} from './library/curate-library.ts';
import { exportLibrary } from './library/export-library.ts';
import { acceptLibrary, importLibrary } from './library/import-library.ts';
import { keepBoth, listConflicts, mergeAnswers } from './library/resolve-conflicts.ts';
import { searchLibrary } from './library/search-library.ts';
import { importPolicies } from './policies/import-policies.ts';
import { listPolicies, policyPassages, removePolicy } from './policies/list-policies.ts';
import { listRecalls } from './policies/list-recalls.ts';
import { carryAnswers } from './questionnaires/carry.ts';
import { correctMapping } from './questionnaires/correct-mapping.ts';
import { draftQuestionnaire } from './questionnaires/draft-answers.ts';
import { finishQuestionnaire, listCandidates } from './questionnaires/finish.ts';
import { importQuestionnaire } from './questionnaires/import-questionnaire.ts';
import {
  describe,
  getQuestionnaire,
  listQuestionnaires,
  questionnaireRegions,
  removeQuestionnaire,
} from './questionnaires/list-questionnaires.ts';
import { questionnairePicture } from './questionnaires/pictures.ts';

export const useCases: { [N in CallName]: UseCase<N> } = {
  'workspace.info': workspaceInfo,
  'workspace.backup': backupWorkspace,
  'sample.load': loadSample,
  'questionnaire.list': listQuestionnaires,
  'questionnaire.import': importQuestionnaire,
  'questionnaire.get': getQuestionnaire,
  'questionnaire.regions': questionnaireRegions,
  'questionnaire.picture': questionnairePicture,
  'questionnaire.correct': correctMapping,
  'questionnaire.describe': describe,
  'questionnaire.remove': removeQuestionnaire,
  'questionnaire.draft': draftQuestionnaire,
  'questionnaire.candidates': listCandidates,
  'questionnaire.finish': finishQuestionnaire,
  'questionnaire.carry': carryAnswers,
  'answer.get': getAnswer,
  'answer.edit': editAnswer,
  'answer.approve': approveAnswers,
  'answer.reject': rejectAnswer,
  'answer.exclude': excludeAnswer,
  'answer.reopen': reopenAnswers,
  'answer.assign': assignAnswers,
  'answer.comment': commentAnswer,
  'answer.undo': undoAnswer,
  'answer.redo': redoAnswer,
  'answer.history': answerHistory,
  'export.check': checkExport,
  'export.make': makeExport,
  'policy.list': listPolicies,
  'policy.import': importPolicies,
  'policy.passages': policyPassages,
  'policy.remove': removePolicy,
  'policy.recalls': listRecalls,
  'question.ask': askQuestion,
  'library.search': searchLibrary,
  'library.save': saveLibraryAnswer,
  'library.confirm': confirmAnswer,
  'library.retire': retireAnswer,
  'library.history': libraryHistory,
  'library.restore': restoreVersion,
  'library.conflicts': listConflicts,
  'library.merge': mergeAnswers,
  'library.keepBoth': keepBoth,
  'library.import': importLibrary,
  'library.accept': acceptLibrary,
  'library.export': exportLibrary,
  'activity.list': listActivity,
  'settings.get': getSettings,
  'settings.set': setSettings,
  'job.cancel': cancelJob,
};
