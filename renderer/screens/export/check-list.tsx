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

function Verdict({ severity }: { severity: CheckFinding['severity'] }) {
  return (
    <span className={`tag ${tones[severity]}`}>
      {severity === 'info' ? <InfoIcon size={13} /> : <WarnIcon size={13} />}
      {severityWords[severity]}
    </span>
  );
}

/** One finding; it says how grave it is only where that differs from the gravest of its kind. */
function Finding({ id, finding, worst }: { id: string; finding: CheckFinding; worst: CheckFinding }) {
  const [first] = finding.questionIds;
  return (
    <li>
      {finding.severity === worst.severity ? null : <Verdict severity={finding.severity} />}
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
        const [worst] = own;
        return (
          <li key={kind} className="card">
            <h3>
              {kinds[kind]}
              {worst ? (
                <Verdict severity={worst.severity} />
              ) : (
                <span className="tag ok">
                  <CheckIcon size={13} /> none
                </span>
              )}
            </h3>
            {worst ? (
              <ul>
                {own.slice(0, 40).map(finding => (
                  <Finding
                    key={`${finding.text}${finding.questionIds.join()}`}
                    id={id}
                    finding={finding}
                    worst={worst}
                  />
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
