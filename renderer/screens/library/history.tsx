// Every version of a library answer with what changed from one to the next, and the way back.
import { useQuery } from '@tanstack/react-query';
import type { LibraryAnswer, LibraryVersion } from '../../../contract/curate.ts';
import { getLibraryHistory, restoreLibraryVersion } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { DiffText } from '../../parts/diff-text.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { showDone, showError } from '../../parts/trouble.ts';

const whole = (version: Pick<LibraryVersion, 'question' | 'choice' | 'text'>) =>
  [version.question, version.choice, version.text].filter(Boolean).join('\n');

export function History({ answer, onRestored }: { answer: LibraryAnswer; onRestored: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['library', 'history', answer.id, answer.version],
    queryFn: () => getLibraryHistory(answer.id),
  });
  const restore = async (version: number) => {
    try {
      await restoreLibraryVersion(answer.id, version);
      showDone(`Version ${version} is back as the newest.`);
      onRestored();
    } catch (failure) {
      showError(failure);
    }
  };
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Reading the history" />;
  const newest = [...data].sort((a, b) => b.version - a.version);
  return (
    <section aria-label="History">
      <h3>History</h3>
      <ol className="versions">
        {newest.map((version, index) => {
          const before = newest[index + 1];
          return (
            <li key={version.version}>
              <p className="line">
                <b>Version {version.version}</b>
                <span className="faint">
                  {version.actor}, {sayMoment(version.at)}
                </span>
                {index === 0 ? null : (
                  <Button className="push" onClick={() => void restore(version.version)}>
                    Bring back version {version.version}
                  </Button>
                )}
              </p>
              <p className="version-text">
                {before ? <DiffText was={whole(before)} now={whole(version)} /> : whole(version)}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
