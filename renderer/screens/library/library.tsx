// The answer library: answers to search, pairs to settle, and past answers to bring in. The address says which
// of these is open and which answer is being read.
import { useQuery } from '@tanstack/react-query';
import { exportLibrary, saveFile } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { ChooseFile, questionnaireFiles } from '../../parts/choose-file.tsx';
import { Page } from '../../parts/page.tsx';
import { useStore } from '../../parts/store.ts';
import { showError } from '../../parts/trouble.ts';
import { conflictsQuery } from '../../queries.ts';
import { libraryImport, takePastAnswers } from '../../shell/files.ts';
import { RefusedFiles } from '../../shell/refused-files.tsx';
import { go, linkTo } from '../../shell/route.ts';
import { Answers } from './answers.tsx';
import { Conflicts } from './conflicts.tsx';
import { ImportConfirm } from './import-confirm.tsx';
import './library.css';

async function saveAll(format: 'xlsx' | 'csv'): Promise<void> {
  try {
    await saveFile(await exportLibrary(format));
  } catch (error) {
    showError(error);
  }
}

export function Library({ id, part }: { id: string | null; part: string | null }) {
  const { data: conflicts } = useQuery(conflictsQuery);
  const waiting = useStore(libraryImport, value => value);
  const view = id ?? 'answers';
  const tabs = [
    { name: 'answers', words: 'Answers' },
    { name: 'due', words: 'Due for review' },
    { name: 'recalled', words: 'Recalled' },
    { name: 'conflicts', words: `Conflicts ${conflicts?.length ?? ''}` },
  ];
  return (
    <Page
      title="Library"
      beside={
        <nav className="line" aria-label="Show">
          {tabs.map(tab => (
            <a
              key={tab.name}
              className="btn chip"
              href={linkTo('library', tab.name)}
              aria-current={view === tab.name && !waiting ? 'page' : undefined}
            >
              {tab.words}
            </a>
          ))}
        </nav>
      }
      actions={
        <>
          <Button onClick={() => go('library', view === 'conflicts' ? 'answers' : view, 'new')}>
            New answer
          </Button>
          <ChooseFile
            accept={questionnaireFiles}
            onFiles={files => files[0] && void takePastAnswers(files[0], null)}
          >
            Import past answers
          </ChooseFile>
          <Button onClick={() => void saveAll('xlsx')}>Save as Excel</Button>
          <Button onClick={() => void saveAll('csv')}>Save as CSV</Button>
        </>
      }
    >
      <RefusedFiles screen="library" />
      {waiting ? (
        <ImportConfirm key={waiting.token} waiting={waiting} />
      ) : view === 'conflicts' ? (
        <Conflicts />
      ) : (
        <Answers view={view} chosen={part} />
      )}
    </Page>
  );
}
