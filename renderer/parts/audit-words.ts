// The record's action codes (`noun.verb`) as words. An unknown code reads as itself with its dots taken out, so
// that the record of a newer workspace still shows.
const words: Record<string, string> = {
  'questionnaire.imported': 'imported',
  'questionnaire.drafted': 'drafted answers',
  'questionnaire.corrected': 'corrected the columns',
  'questionnaire.described': 'changed details',
  'questionnaire.removed': 'deleted',
  'questionnaire.finished': 'finished',
  'questionnaire.exported': 'made the file',
  'answer.drafted': 'drafted',
  'answer.edited': 'edited',
  'answer.approved': 'approved',
  'answer.rejected': 'rejected',
  'answer.excluded': 'marked not applicable',
  'answer.reopened': 'opened again',
  'answer.assigned': 'assigned',
  'answer.commented': 'commented',
  'answer.recalled': 'recalled',
  'answer.stands': 'gave back the approval of',
  'answer.carried': 'carried over',
  'policy.imported': 'imported a policy',
  'policy.reimported': 'imported a new version',
  'policy.removed': 'removed a policy',
  'library.added': 'added to the library',
  'library.edited': 'changed in the library',
  'library.confirmed': 'confirmed in the library',
  'library.imported': 'imported past answers',
  'library.retired': 'retired',
  'library.restored': 'brought back a version',
  'library.merged': 'merged',
  'library.recalled': 'recalled from the library',
  'library.stands': 'gave back to the library',
  'library.replaced': 'replaced in the library',
  'library.keptBoth': 'kept both',
  'settings.changed': 'changed settings',
  'workspace.copied': 'made a backup copy',
};

export function sayAction(action: string): string {
  const back = /^(.*)[. ](undone|redone)$/.exec(action);
  if (back) return `${back[2] === 'undone' ? 'undid' : 'did again'}: ${sayAction(back[1] ?? '')}`;
  return words[action] ?? action.replace(/[._-]+/g, ' ');
}
