// One question put to the knowledge base, without a questionnaire.
import type { UseCase } from '../desk/desk.ts';

export const askQuestion: UseCase<'question.ask'> = (desk, ask) => desk.knowledge.draft(ask);
