// The cells of an answer one by one, where the file has more than a choice and a text. What was typed into any of
// them and is not saved yet stands before what the host has, and goes along with each further change.
import { useSyncExternalStore } from 'react';
import { sayPlace } from '../../../contract/place.ts';
import type { AnswerDetail } from '../../../contract/review.ts';
import { Choices } from './choices.tsx';
import { edit, keeper } from './open-desks.ts';
import type { Asked } from './slots.ts';

export function SingleCells(props: {
  questionnaire: string;
  question: string;
  detail: AnswerDetail;
  asked: Asked;
}) {
  const { questionnaire, question, detail, asked } = props;
  const kept = () => keeper.get(questionnaire, question)?.change.slotValues;
  const typed = useSyncExternalStore(keeper.subscribe, kept);
  const change = (index: number, value: string) =>
    edit(questionnaire, question, { slotValues: { ...detail.slotValues, ...kept(), [index]: value } });
  return (
    <details className="several">
      <summary>Fill {asked.several.length} cells one by one</summary>
      {asked.several.map(({ index, slot }) => {
        const value = typed?.[index] ?? detail.slotValues[index] ?? '';
        const label = `${slot.purpose === 'comment' ? 'Comment' : slot.role === 'choice' ? 'Choice' : 'Text'} in ${sayPlace(slot.at)}`;
        return (
          <div key={index} className="one-cell">
            <span>{label}</span>
            {slot.role === 'choice' ? (
              <Choices
                label={label}
                name={`slot-${index}`}
                options={slot.options ?? []}
                choice={value || null}
                onChoose={choice => change(index, choice ?? '')}
              />
            ) : (
              <input
                className="field"
                aria-label={label}
                value={value}
                onChange={event => change(index, event.currentTarget.value)}
                onBlur={() => void keeper.flush()}
              />
            )}
          </div>
        );
      })}
    </details>
  );
}
