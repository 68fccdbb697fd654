// The words of the answer, always open for typing. What is typed is kept by the keeper, so this field shows
// that first and the host's text otherwise; moving to another question never carries text along.
import { Textarea } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { edit, keeper } from './work.ts';

export const answerTextId = 'answer-text';

export function AnswerText(props: {
  questionnaire: string;
  question: string;
  text: string;
  limit: number | null;
}) {
  const { questionnaire, question, text, limit } = props;
  const typed = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.get(questionnaire, question)?.change.text,
  );
  const value = typed ?? text;
  const over = limit !== null && value.length > limit;
  return (
    <div className="answer-text">
      <Textarea
        id={answerTextId}
        aria-label="Answer text"
        aria-describedby="answer-length"
        autosize
        minRows={2}
        maxRows={14}
        variant="unstyled"
        placeholder="No answer yet. Type one, or press a number to use a passage."
        value={value}
        error={over}
        onChange={event => edit(questionnaire, question, { text: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        onBlur={() => void keeper.flush()}
      />
      <p id="answer-length" className={over ? 'answer-length over' : 'answer-length'}>
        {limit === null
          ? `${value.length.toLocaleString('en')} characters`
          : `${value.length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`}
        {over ? ', too long for this cell' : ''}
      </p>
    </div>
  );
}
