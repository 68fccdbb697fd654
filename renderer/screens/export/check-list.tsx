// What was found before the file is made, what stops it first. Each finding leads to its questions.
import type { CheckFinding } from '../../../contract/review.ts';
import { CheckIcon, InfoIcon, WarnIcon } from '../../parts/icons.tsx';
import { count } from '../../parts/words.ts';
import { linkTo } from '../../shell/route.ts';

const kinds: Record<CheckFinding['kind'], string> = {
  unapproved: 'Not approved',
  unanswered: 'Unanswered',
  refused: 'Cells that refuse the answer',
  contradiction: 'Contradictions',
  leak: 'Leaks',
  recalled: 'Recalled',
};
const kindOrder = Object.keys(kinds) as CheckFinding['kind'][];
const severityWords = {
  error: 'stops the file',
  warning: 'look at this',
  info: 'for your information',
} as const;
const tones = { error: 'bad', warning: 'warn', info: '' } as const;

function Finding({ id, finding }: { id: string; finding: CheckFinding }) {
  const [first] = finding.questionIds;
  return (
    <li>
      <span className={`tag ${tones[finding.severity]}`}>
        {finding.severity === 'info' ? <InfoIcon size={13} /> : <WarnIcon size={13} />}
        {severityWords[finding.severity]}
      </span>
      <span>
        {finding.text}{' '}
        {first ? (
          <a href={linkTo('review', id, first)}>
            {finding.questionIds.length === 1
              ? 'Show it'
              : `Show the first of ${count(finding.questionIds.length, 'question')}`}
          </a>
        ) : null}
      </span>
    </li>
  );
}

export function CheckList({ id, findings }: { id: string; findings: CheckFinding[] }) {
  const weight = { error: 0, warning: 1, info: 2 };
  return (
    <ul className="check-list">
      {kindOrder.map(kind => {
        const own = findings
          .filter(finding => finding.kind === kind)
          .sort((a, b) => weight[a.severity] - weight[b.severity]);
        return (
          <li key={kind} className="card">
            <h3>
              {kinds[kind]}
              {own.length === 0 ? (
                <span className="tag ok">
                  <CheckIcon size={13} /> none
                </span>
              ) : null}
            </h3>
            {own.length > 0 ? (
              <ul>
                {own.slice(0, 40).map(finding => (
                  <Finding key={`${finding.text}${finding.questionIds.join()}`} id={id} finding={finding} />
                ))}
                {own.length > 40 ? <li className="soft">and {own.length - 40} more</li> : null}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
