// The file's own options as the customer will see them. Few and short ones are radio buttons, many or long
// ones the drop-down the file has. `c` goes round them.
import { Button } from '../../parts/button.tsx';
import { CloseIcon } from '../../parts/icons.tsx';

export const asDropDown = (options: string[]) =>
  options.length > 8 || options.reduce((sum, option) => sum + option.length + 4, 0) > 110;

export function Choices(props: {
  options: string[];
  choice: string | null;
  label?: string;
  name?: string;
  onChoose: (choice: string | null) => void;
}) {
  const { options, choice, onChoose, label = 'Choice', name = 'answer-choice' } = props;
  const offered =
    choice !== null && choice !== '' && !options.includes(choice) ? [...options, choice] : options;
  if (asDropDown(options)) {
    return (
      <select
        className="field choice-select"
        aria-label={label}
        value={choice ?? ''}
        onChange={event => onChoose(event.currentTarget.value || null)}
      >
        <option value="">No choice yet</option>
        {offered.map(option => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div className="choices" role="radiogroup" aria-label={label}>
      {offered.map(option => (
        <label key={option} className={option === choice ? 'choice on' : 'choice'}>
          <input type="radio" name={name} checked={option === choice} onChange={() => onChoose(option)} />
          {option}
        </label>
      ))}
      {choice ? (
        <Button
          kind="quiet"
          aria-label="Clear choice"
          title="Clear choice"
          icon={<CloseIcon size={13} />}
          onClick={() => onChoose(null)}
        />
      ) : null}
    </div>
  );
}

/** The option after the present one; the first when none is chosen. */
export function nextChoice(options: string[], choice: string | null, back = false): string | null {
  if (options.length === 0) return choice;
  const at = choice === null ? (back ? 0 : -1) : options.indexOf(choice);
  return options[(at + (back ? -1 : 1) + options.length) % options.length] ?? null;
}
