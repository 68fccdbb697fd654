// Call name to use case, the whole of what the desk can do. `satisfies` makes a missing or misfitting one a type
// error, so the map and the contract cannot drift apart.
import type { CallName } from '../contract/calls.ts';
import type { UseCase } from './desk/desk.ts';
import { importPolicies } from './policies/import-policies.ts';
import { carryAnswers } from './questionnaires/carry.ts';
import { draftQuestionnaire } from './questionnaires/draft-answers.ts';
import { importQuestionnaire } from './questionnaires/import-questionnaire.ts';

type UseCases = { [N in CallName]: UseCase<N> };

const table = {
  'questionnaire.import': importQuestionnaire,
  'questionnaire.draft': draftQuestionnaire,
  'questionnaire.carry': carryAnswers,
  'policy.import': importPolicies,
} satisfies Partial<UseCases>;

export const useCases = table as unknown as {
  [N in CallName]: (...given: Parameters<UseCase<CallName>>) => unknown;
};
