// The words of the answer, always open for typing. What is typed is kept by the keeper, so this field shows
// that first and the host's text otherwise; moving to another question never carries text along.
import { useSyncExternalStore } from 'react';
import { edit, keeper } from './open-desks.ts';

const answerTextId = 'answer-text';

/** Where the browser grows a field by itself, measuring it by hand would lay the page out once more per key. */
const growsItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** Lines the text takes at about 90 characters each, for browsers that cannot grow a field. */
const linesOf = (text: string) =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 90)), 0);

/** Puts the cursor behind the last word, where one goes on writing. */
export function startTyping(): void {
  const field = document.getElementById(answerTextId);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

interface AnswerTextProps {
  questionnaire: string;
  question: string;
  text: string;
  limit: number | null;
}

function useTyped({ questionnaire, question, text }: AnswerTextProps): string {
  const typed = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.get(questionnaire, question)?.change.text,
  );
  return typed ?? text;
}

export function AnswerText(props: AnswerTextProps) {
  const { questionnaire, question, limit } = props;
  const value = useTyped(props);
  return (
    <div className="answer-text">
      <textarea
        id={answerTextId}
        aria-label="Answer text"
        aria-describedby="answer-length"
        aria-invalid={limit !== null && value.length > limit}
        rows={growsItself ? 2 : Math.min(Math.max(linesOf(value), 2), 14)}
        placeholder="No answer yet. Type one, or press a number to use a passage."
        value={value}
        onChange={event => edit(questionnaire, question, { text: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        onBlur={() => void keeper.flush()}
      />
    </div>
  );
}

export function AnswerLength(props: AnswerTextProps) {
  const { limit } = props;
  const { length } = useTyped(props);
  const over = limit !== null && length > limit;
  const said = length.toLocaleString('en');
  return (
    <span id="answer-length" className={over ? 'answer-length over' : 'answer-length'}>
      {limit === null ? `${said} characters` : `${said} of ${limit.toLocaleString('en')} characters`}
      {over ? ', too long for this cell' : ''}
    </span>
  );
}
