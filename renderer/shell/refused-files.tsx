// Files that could not be taken in, each with why and what to do, on the screen they were brought to until the
// person dismisses them.
import { Button } from '../parts/button.tsx';
import { CloseIcon } from '../parts/icons.tsx';
import { useStore } from '../parts/store.ts';
import { sayError } from '../parts/trouble.ts';
import { type RefusedFile, refused } from './files.ts';
import './refused-files.css';

export function RefusedFiles({ screen }: Pick<RefusedFile, 'screen'>) {
  const all = useStore(refused, value => value);
  const list = all.filter(item => item.screen === screen);
  if (list.length === 0) return null;
  return (
    <ul className="refused" aria-label="Files that could not be read">
      {list.map(item => {
        const { file, error } = item;
        const { title, text } = sayError(error);
        return (
          <li key={file}>
            <div role="alert">
              <b>{file}</b>: {title.toLowerCase()}. {text}
            </div>
            <Button
              kind="quiet"
              aria-label={`Dismiss ${file}`}
              icon={<CloseIcon size={14} />}
              onClick={() => refused.update(now => now.filter(other => other !== item))}
            />
          </li>
        );
      })}
    </ul>
  );
}
