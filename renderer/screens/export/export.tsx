// Before the file is made: what is not approved, unanswered, refused, contradictory or leaking. Then the file
// in the customer's own format, its receipt, and what the library may learn from it.

import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import { AppError } from '../../../contract/outcome.ts';
import { countStanding } from '../../../contract/review.ts';
import { checkExport, makeExport } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Due } from '../../parts/due.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { count, nameOf } from '../../parts/words.ts';
import { queryClient, questionnairesQuery } from '../../queries.ts';
import { runJob } from '../../shell/jobs.ts';
import { keeper } from '../review/open-desks.ts';
import { CheckList } from './check-list.tsx';
import { Finish } from './finish.tsx';
import { Made } from './made.tsx';
import './export.css';

type MadeFiles = CallOutput<'export.make'>;

export function Export({ id }: { id: string }) {
  const { data: list } = useQuery(questionnairesQuery);
  const summary = list?.find(item => item.id === id);
  const [includeDrafts, setIncludeDrafts] = useState(false);
  const [register, setRegister] = useState(false);
  const [response, setResponse] = useState(false);
  const [made, setMade] = useState<MadeFiles | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = useQuery({
    queryKey: ['check', id, includeDrafts],
    queryFn: async () => {
      await keeper.flush();
      return runJob('Checking before the export', job => checkExport(id, includeDrafts, job));
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const make = async () => {
    setBusy(true);
    setFailure(null);
    setMade(null);
    try {
      await keeper.flush();
      const files = await runJob(`Making ${summary?.file ?? 'the file'}`, job =>
        makeExport({ id, includeDrafts, register, response, job }),
      );
      setMade(files);
      await queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  if (!summary) {
    return (
      <Page title="Export">
        {list ? (
          <Trouble
            error={
              new AppError(
                'not-found',
                'This questionnaire is not in the workspace any more. Choose another under Questionnaires.',
              )
            }
          />
        ) : (
          <Waiting what="Opening the questionnaire" />
        )}
      </Page>
    );
  }
  const stops = check.data?.findings.some(finding => finding.severity === 'error') ?? false;
  return (
    <Page
      title={`Export ${nameOf(summary)}`}
      beside={
        <>
          <Due summary={summary} />
          <ProgressBar {...countStanding(summary.counts)} total={summary.questions} />
        </>
      }
    >
      <ScrollRegion className="page-body export-body" label="Export">
        <section className="stack">
          <h2>Before the file</h2>
          {check.error ? <Trouble error={check.error} retry={() => void check.refetch()} /> : null}
          {!check.data && !check.error ? <Waiting what="Checking every answer" /> : null}
          {check.data ? <CheckList id={id} findings={check.data.findings} /> : null}
        </section>
        <section className="stack">
          <h2>The file</h2>
          <Checkbox
            label="Write drafts too"
            description="Approved answers are always written. Drafts are marked in the report, never in the customer's cells."
            checked={includeDrafts}
            onChange={event => setIncludeDrafts(event.currentTarget.checked)}
          />
          <Checkbox
            label="Answer register (Excel)"
            description="Every question with its answer, state, reviewer and sources, for your own records."
            checked={register}
            onChange={event => setRegister(event.currentTarget.checked)}
          />
          <Checkbox
            label="Response document (Word)"
            description="The answers as a document with sources, in the customer's order."
            checked={response}
            onChange={event => setResponse(event.currentTarget.checked)}
          />
          <div className="line">
            <Button
              kind={made ? undefined : 'primary'}
              onClick={() => void make()}
              disabled={busy || !check.data || stops}
            >
              Make the file
            </Button>
            {check.data ? (
              <span className="soft">
                {check.data.answers === 0
                  ? 'Nothing is approved yet: the file would go back as it came.'
                  : `${count(check.data.answers, 'answer')} into ${count(check.data.slots, 'cell')} of ${summary.file}`}
              </span>
            ) : null}
          </div>
          {stops ? <p className="tag bad wrap-tag">Solve what stops the file first.</p> : null}
          {failure ? <Trouble error={failure} retry={() => void make()} /> : null}
          {made ? <Made made={made} /> : null}
          <Finish id={id} finishedAt={summary.finishedAt} />
        </section>
      </ScrollRegion>
    </Page>
  );
}
