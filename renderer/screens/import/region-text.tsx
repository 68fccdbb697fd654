// What was found in running text, of which there is no sheet to picture: its questions in their order, with where
// each stands. Read only, since a paragraph has no column or row whose role could be changed.
import { useQuery } from '@tanstack/react-query';
import { sayPlace } from '../../../contract/place.ts';
import type { AnswerRow } from '../../../contract/review.ts';
import { getQuestionnaire } from '../../api.ts';
import { Trouble, Waiting } from '../../parts/notice.tsx';

/** In Word a table has cells; in PDF the places of tables and of text are both lines of a page. */
const inText = ({ at }: AnswerRow) => 'paragraph' in at || 'line' in at;

export function RegionText(props: { questionnaire: string; included: boolean; revision: number }) {
  const { questionnaire, included, revision } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['found', questionnaire, revision],
    queryFn: () => getQuestionnaire(questionnaire),
    enabled: included,
    gcTime: 0,
  });
  if (!included) {
    return <p className="soft">This text is left out. Turn its switch on to answer what it asks.</p>;
  }
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Listing the questions" />;
  return (
    <>
      <p className="soft">
        These questions will be answered. Turn the switch off to leave them all out; a single one that is no
        question is set aside in Review as not applicable.
      </p>
      <ol className="found-questions">
        {data.rows.filter(inText).map(row => (
          <li key={row.questionId}>
            <span className="ref">{row.ref ?? row.position + 1}</span>
            <span>
              {row.text}
              <span className="faint"> {[row.section, sayPlace(row.at)].filter(Boolean).join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
