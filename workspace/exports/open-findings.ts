// What an export leaves blank, and why: the same numbers as the home list and the review show, so that "9 need
// you" there is 9 here.
import { type CheckFinding, standingOf } from '../../contract/review.ts';
import type { Answer } from '../../knowledge-base/store/answers.ts';
import { isBlank } from '../answers/change-answers.ts';
import { takesChoice } from '../answers/options.ts';
import type { ToExport } from './exported-answers.ts';

export function openFindings({ questions, answers }: ToExport, includeDrafts: boolean): CheckFinding[] {
  const of = (wanted: (answer: Answer) => boolean) =>
    questions.filter(({ id }) => {
      const answer = answers.get(id);
      return answer !== undefined && wanted(answer);
    });
  const drafted = of(answer => standingOf(answer.state) === 'drafted' && !isBlank(answer));
  const cleared = of(answer => standingOf(answer.state) === 'drafted' && isBlank(answer));
  const recalled = of(answer => answer.state === 'recalled');
  const needYou = of(answer => answer.state !== 'recalled' && standingOf(answer.state) === 'needs-you');
  const notDrafted = of(answer => standingOf(answer.state) === 'not-drafted');
  const halfway = questions.filter(question => {
    const answer = answers.get(question.id);
    const stated = answer?.state === 'approved' && !isBlank(answer);
    return (
      stated && takesChoice(question) && answer.choice === null && Object.keys(answer.slotValues).length === 0
    );
  });
  const stays = 'and will stay blank';
  const all = [
    includeDrafts
      ? finding('unapproved', 'warning', drafted, 'not approved and will be written')
      : finding('unapproved', 'info', drafted, `not approved ${stays}`),
    finding('recalled', 'warning', recalled, `recalled because what was quoted has changed, ${stays}`),
    finding('unanswered', 'warning', needYou, `waiting for you ${stays}`),
    finding('unanswered', 'warning', notDrafted, `not drafted yet ${stays}`),
    finding('unanswered', 'warning', cleared, `edited to nothing ${stays}`),
    finding('unanswered', 'warning', halfway, 'approved without a choice, which the file asks for'),
  ];
  return all.flat();
}

function finding(
  kind: CheckFinding['kind'],
  severity: CheckFinding['severity'],
  found: readonly { id: string; optional: boolean }[],
  words: string,
): CheckFinding[] {
  if (found.length === 0) return [];
  const optional = found.filter(question => question.optional).length;
  const which =
    optional === 0 ? '' : optional === found.length ? ' (optional)' : ` (${optional} of them optional)`;
  // What may be left out by the form's own word needs no second look.
  const weight = optional === found.length ? 'info' : severity;
  return [
    {
      kind,
      severity: weight,
      text: `${sayCount(found.length)} ${words}${which}.`,
      questionIds: found.map(question => question.id),
    },
  ];
}

export function sayCount(count: number): string {
  return count === 1 ? '1 question is' : `${count} questions are`;
}
