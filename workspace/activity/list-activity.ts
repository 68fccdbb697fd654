// The trail as the activity screen reads it, newest first.
import { listAudit } from '../../knowledge-base/store/audit.ts';
import type { UseCase } from '../desk/desk.ts';
import { joinBursts } from './join-bursts.ts';

export const listActivity: UseCase<'activity.list'> = (desk, input) => {
  const given = {
    questionnaire: input.questionnaire ?? null,
    before: input.before ?? null,
    limit: input.limit + 1,
  };
  const read = listAudit(desk.store.read, given);
  const page = read.slice(0, input.limit);
  return { entries: joinBursts(page), more: read.length > input.limit };
};
