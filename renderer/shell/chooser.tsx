// Import, Review and Export belong to one questionnaire. When none is open this asks for one.
import { useQuery } from '@tanstack/react-query';
import { ChooseFile, questionnaireFiles } from '../parts/choose-file.tsx';
import { Empty, Trouble, Waiting } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { nameOf } from '../parts/words.ts';
import { questionnairesQuery } from '../queries.ts';
import { takeQuestionnaires } from './files.ts';
import { screenWords } from './rail.tsx';
import { linkTo, type Screen } from './route.ts';

export function Chooser({ screen }: { screen: Screen }) {
  const { data, error, refetch } = useQuery(questionnairesQuery);
  return (
    <Page title={screenWords[screen]}>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting what="Looking for questionnaires" /> : null}
      {data ? (
        <Empty
          title={data.length === 0 ? 'No questionnaire yet' : 'Which questionnaire?'}
          actions={
            <ChooseFile
              accept={questionnaireFiles}
              many
              primary={data.length === 0}
              onFiles={takeQuestionnaires}
            >
              Import a file
            </ChooseFile>
          }
        >
          {data.length === 0 ? (
            "Drop a customer's file anywhere in this window."
          ) : (
            <ul>
              {data.map(item => (
                <li key={item.id}>
                  <a href={linkTo(screen, item.id)}>{nameOf(item)}</a>
                </li>
              ))}
            </ul>
          )}
        </Empty>
      ) : null}
    </Page>
  );
}
