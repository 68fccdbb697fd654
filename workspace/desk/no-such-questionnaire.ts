// The refusal of every use case whose questionnaire somebody deleted, or that a link of another workspace names.
import { AppError } from '../../contract/outcome.ts';

export function noSuchQuestionnaire(id: string): AppError {
  return new AppError(
    'not-found',
    'This questionnaire is not in the workspace any more. Choose another under Questionnaires.',
    { id },
  );
}
