// What was found in the customer's file and why, on a picture of it. One click changes a column's role or
// leaves a sheet out; the correction is applied at once and remembered for the next file of this form.

import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnRole, Mapping, Region } from '../../../contract/questionnaire.ts';
import { carryAnswers, correctMapping, draftAnswers } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayAgo } from '../../parts/dates.ts';
import { Empty, Messages, Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useStore } from '../../parts/store.ts';
import { showError } from '../../parts/trouble.ts';
import { count, percent } from '../../parts/words.ts';
import { queryClient, questionnairesQuery, regionsQuery } from '../../queries.ts';
import { imported } from '../../shell/files.ts';
import { runJob } from '../../shell/jobs.ts';
import { useForgetGone } from '../../shell/open.ts';
import { go, linkTo } from '../../shell/route.ts';
import { dropDesk } from '../review/open-desks.ts';
import { Carried, type CarryResult } from './carried.tsx';
import { leaveOut, setHeaderRow, setRole, setRow } from './corrections.ts';
import { Details } from './details.tsx';
import { RegionSheet } from './region-sheet.tsx';
import { RegionText } from './region-text.tsx';
import './import.css';

function RegionList(props: {
  regions: Region[];
  chosen: string | null;
  onChoose: (id: string) => void;
  onInclude: (id: string, included: boolean) => void;
}) {
  return (
    <ul className="region-list" aria-label="Sheets and tables">
      {props.regions.map(region => (
        <li key={region.id} className={region.id === props.chosen ? 'chosen' : undefined}>
          <button
            type="button"
            aria-current={region.id === props.chosen ? 'true' : undefined}
            onClick={() => props.onChoose(region.id)}
          >
            <b>{region.label}</b>
            <span className="soft">
              {region.included ? count(region.questions, 'question') : 'left out'}
              {region.included ? `, ${percent(region.confidence)}% sure` : ''}
            </span>
            <span className="faint">{region.why}</span>
          </button>
          <Switch
            aria-label={`Answer the questions of ${region.label}`}
            checked={region.included}
            onChange={event => props.onInclude(region.id, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}

export function Import({ id }: { id: string }) {
  const { data: list } = useQuery(questionnairesQuery);
  const { data, error, refetch } = useQuery(regionsQuery(id));
  useForgetGone(id, error);
  const result = useStore(imported, map => map.get(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [revision, setRevision] = useState(0);
  const [busy, setBusy] = useState(false);
  const [carried, setCarried] = useState<CarryResult | null>(null);
  const summary = list?.find(item => item.id === id) ?? result?.questionnaire;

  if (error || !data || !summary) {
    return (
      <Page title="Import">
        {error ? (
          <Trouble error={error} retry={() => void refetch()} />
        ) : (
          <Waiting what="Reading what was found" />
        )}
      </Page>
    );
  }
  const { regions, mapping, messages } = data;
  const region =
    regions.find(item => item.id === chosen) ?? regions.find(item => item.included) ?? regions[0] ?? null;
  const inSheet = region !== null && region.id !== 'text';
  const total = regions.reduce((sum, item) => sum + (item.included ? item.questions : 0), 0);

  const correct = async (next: Mapping) => {
    setBusy(true);
    try {
      const corrected = await correctMapping(id, next);
      imported.update(map => new Map(map).set(id, corrected));
      dropDesk(id);
      queryClient.setQueryData(regionsQuery(id).queryKey, {
        regions: corrected.regions,
        messages: corrected.messages,
        mapping: next,
      });
      await queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
      await queryClient.invalidateQueries({ queryKey: ['answer', id] });
      setRevision(now => now + 1);
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  const draft = async () => {
    setBusy(true);
    try {
      await runJob(`Drafting answers for ${summary.file}`, job => draftAnswers({ id, job }));
      dropDesk(id);
      await queryClient.invalidateQueries({ queryKey: ['answer', id] });
      await queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
      go('review', id);
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  const carry = async () => {
    setBusy(true);
    try {
      const found = await runJob('Carrying answers over', job => carryAnswers(id, job));
      dropDesk(id);
      setCarried(found);
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  const drafted = (summary.counts.empty ?? 0) < summary.questions;
  return (
    <Page
      title={summary.file}
      beside={<span className="soft">{count(total, 'question')} to answer</span>}
      actions={
        <>
          <Button onClick={() => void carry()} disabled={busy || total === 0}>
            Carry over past answers
          </Button>
          {drafted ? (
            <a className="btn" href={linkTo('review', id)}>
              Review
            </a>
          ) : null}
          <Button kind="primary" onClick={() => void draft()} disabled={busy || total === 0}>
            {(summary.counts.empty ?? 0) > 0 ? 'Draft answers' : 'Draft again'}
          </Button>
        </>
      }
    >
      <div className="columns import-columns">
        <ScrollRegion className="pane import-left" label="What was found">
          {result?.known ? (
            <p className="tag accent known">
              Known form: mapped as {result.known.file} was, {sayAgo(result.known.at)}.
            </p>
          ) : null}
          <Details key={id} summary={summary} />
          <h2 className="minor">What was found</h2>
          <RegionList
            regions={regions}
            chosen={region?.id ?? null}
            onChoose={setChosen}
            onInclude={(regionId, included) => void correct(leaveOut(mapping, regionId, included))}
          />
          <Messages messages={messages} />
        </ScrollRegion>
        <ScrollRegion className="pane import-right" aria-busy={busy} label="What was found, in its place">
          {carried ? <Carried result={carried} onClose={() => setCarried(null)} /> : null}
          {region ? (
            <>
              <div className="line region-head">
                <div>
                  <h2>{region.label}</h2>
                  <p className="soft">{region.why}</p>
                </div>
                {inSheet ? (
                  <label className="line push soft">
                    Heading row
                    <input
                      key={`${region.id}:${region.headerRows.join()}`}
                      className="field header-row"
                      type="number"
                      min={0}
                      defaultValue={region.headerRows.at(-1) ?? 0}
                      onBlur={event => {
                        const row = event.currentTarget.valueAsNumber;
                        if (Number.isInteger(row) && row !== (region.headerRows.at(-1) ?? 0)) {
                          void correct(setHeaderRow(mapping, region.id, row));
                        }
                      }}
                      onKeyDown={event => {
                        if (event.key === 'Enter') event.currentTarget.blur();
                      }}
                    />
                  </label>
                ) : null}
              </div>
              {inSheet ? (
                <>
                  <p className="soft">
                    Click the head of a column to change what it is, or the number of a row to make it a
                    question or leave it out. Your correction is remembered for the next file of this form.
                  </p>
                  <RegionSheet
                    key={region.id}
                    questionnaire={id}
                    region={region}
                    mapping={mapping}
                    revision={revision}
                    onRole={(column: number, role: ColumnRole) =>
                      void correct(setRole(mapping, region.id, column, role))
                    }
                    onRow={(row, isQuestion) => void correct(setRow(mapping, region.id, row, isQuestion))}
                  />
                </>
              ) : (
                <RegionText questionnaire={id} included={region.included} revision={revision} />
              )}
            </>
          ) : (
            <Empty title="Nothing to show">This file has no sheet or table.</Empty>
          )}
        </ScrollRegion>
      </div>
    </Page>
  );
}
