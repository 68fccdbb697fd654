// Home: every questionnaire with its customer, due date and how far it is, the urgent ones first. A file that
// could not be read stays listed with the reason until the person dismisses it.

import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { countStanding, type QuestionnaireSummary } from '../../../contract/review.ts';
import { removeQuestionnaire } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { ChooseFile, questionnaireFiles } from '../../parts/choose-file.tsx';
import { sayAgo } from '../../parts/dates.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Due } from '../../parts/due.tsx';
import { MoreIcon } from '../../parts/icons.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showError } from '../../parts/trouble.ts';
import { count } from '../../parts/words.ts';
import { infoQuery, queryClient, questionnairesQuery } from '../../queries.ts';
import { takeQuestionnaires, takeSample } from '../../shell/files.ts';
import { openQuestionnaire, rememberOpen } from '../../shell/open.ts';
import { RefusedFiles } from '../../shell/refused-files.tsx';
import { go, linkTo } from '../../shell/route.ts';
import { dropDesk } from '../review/open-desks.ts';
import { byUrgency, isStale, matches } from './order.ts';
import { Start } from './start.tsx';
import './questionnaires.css';

function Line({ item, onRemove }: { item: QuestionnaireSummary; onRemove: () => void }) {
  const undrafted = (item.counts.empty ?? 0) === item.questions;
  const target = undrafted ? 'import' : 'review';
  return (
    <tr>
      <td>
        <a className="file-link" href={linkTo(target, item.id)}>
          {item.customer || item.file}
        </a>
        <div className="faint clip" title={item.file}>
          {item.customer ? item.file : `${item.format.toUpperCase()}, no customer named`}
        </div>
      </td>
      <td>
        <Due summary={item} />
        {item.finishedAt ? (
          <div className="tag ok">finished</div>
        ) : item.exportedAt ? (
          <div className="tag ok">exported {sayAgo(item.exportedAt)}</div>
        ) : null}
      </td>
      <td>
        {undrafted ? (
          <span className="soft">{count(item.questions, 'question')} found, not drafted yet</span>
        ) : (
          <div className="progress-line">
            <ProgressBar {...countStanding(item.counts)} total={item.questions} />
            {(item.counts.recalled ?? 0) > 0 ? (
              <span className="tag warn">{item.counts.recalled} recalled</span>
            ) : null}
          </div>
        )}
      </td>
      <td className="soft">{item.scope ?? 'all scopes'}</td>
      <td className="soft">
        {sayAgo(item.touchedAt)}
        {isStale(item) ? <div className="tag warn">not touched for a while</div> : null}
      </td>
      <td className="soft">{item.owner}</td>
      <td>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button kind="quiet" aria-label={`More for ${item.customer || item.file}`} icon={<MoreIcon />} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => go('import', item.id)}>Map columns and details</Menu.Item>
            <Menu.Item onClick={() => go('export', item.id)}>Export</Menu.Item>
            <Menu.Item onClick={() => go('activity', item.id)}>History</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={onRemove}>Delete…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}

export function Questionnaires() {
  const { data, error, refetch } = useQuery(questionnairesQuery);
  const { data: info } = useQuery(infoQuery);
  const [words, setWords] = useState('');
  const [removing, setRemoving] = useState<QuestionnaireSummary | null>(null);
  const shown = useMemo(() => byUrgency(data ?? []).filter(item => matches(item, words)), [data, words]);
  const remove = async (id: string) => {
    setRemoving(null);
    try {
      await removeQuestionnaire(id);
      dropDesk(id);
      if (openQuestionnaire.get() === id) rememberOpen(null);
      await queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
    } catch (failure) {
      showError(failure);
    }
  };
  return (
    <Page
      title="Questionnaires"
      beside={
        data && data.length > 6 ? (
          <input
            type="search"
            className="field"
            aria-label="Filter questionnaires"
            placeholder="Customer or file"
            value={words}
            onChange={event => setWords(event.currentTarget.value)}
          />
        ) : null
      }
      actions={
        <ChooseFile accept={questionnaireFiles} many primary onFiles={takeQuestionnaires}>
          Import a file
        </ChooseFile>
      }
    >
      <ScrollRegion className="page-body" label="List of questionnaires">
        <RefusedFiles screen="questionnaires" />
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting what="Looking for questionnaires" /> : null}
        {data?.length === 0 ? <Start info={info} onSample={() => void takeSample()} /> : null}
        {data && data.length > 0 ? (
          <table className="list-table home-table">
            <thead>
              <tr>
                <th scope="col">Customer and file</th>
                <th scope="col">Due</th>
                <th scope="col">Progress</th>
                <th scope="col">Scope</th>
                <th scope="col">Last touched</th>
                <th scope="col">Owner</th>
                <th scope="col">
                  <span className="sr">More</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(item => (
                <Line key={item.id} item={item} onRemove={() => setRemoving(item)} />
              ))}
            </tbody>
          </table>
        ) : null}
        {data && data.length > 0 && shown.length === 0 ? (
          <p className="soft">No questionnaire by these words.</p>
        ) : null}
      </ScrollRegion>
      {removing ? (
        <Dialog
          title={`Delete ${removing.file}?`}
          confirm="Delete"
          danger
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove(removing.id)}
        >
          <p>
            Its {count(removing.questions, 'answer')} and their history go. What the library has learnt from
            it stays. This cannot be undone.
          </p>
        </Dialog>
      ) : null}
    </Page>
  );
}
