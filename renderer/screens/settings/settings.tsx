// Settings, saved as they are changed. Thresholds say what they do in the reader's terms.

import { SegmentedControl, Slider, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Settings } from '../../../contract/curate.ts';
import { makeBackup, saveFile, saveSettings } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { ShieldIcon } from '../../parts/icons.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useStore } from '../../parts/store.ts';
import { showDone, showError } from '../../parts/trouble.ts';
import { count, percent } from '../../parts/words.ts';
import { infoQuery, queryClient, settingsQuery } from '../../queries.ts';
import { openQuestionnaire } from '../../shell/open.ts';
import { setSingleKeys, singleKeys } from '../../shell/shortcuts.ts';
import { deskOf } from '../review/open-desks.ts';
import './settings.css';

type Save = (change: Partial<Settings>) => Promise<void>;

async function save(change: Partial<Settings>): Promise<void> {
  try {
    const saved = await saveSettings(change);
    queryClient.setQueryData(settingsQuery.queryKey, saved);
    const open = openQuestionnaire.get();
    const { bulkThreshold, reviewer } = saved;
    if (open) deskOf(open)?.update(desk => ({ ...desk, context: { bulkThreshold, reviewer } }));
  } catch (error) {
    showError(error);
  }
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      <div className="stack">{children}</div>
    </section>
  );
}

function Threshold(props: {
  id: string;
  label: string;
  words: (value: number) => string;
  /** Lowest value, in percent. */
  least?: number;
  value: number;
  onSave: (value: number) => void;
}) {
  const [value, setValue] = useState(percent(props.value));
  useEffect(() => setValue(percent(props.value)), [props.value]);
  return (
    <div>
      <p id={props.id}>
        <b>{props.label}</b> <span className="mono">{value}</span>
      </p>
      <Slider
        thumbProps={{ 'aria-labelledby': props.id }}
        min={props.least ?? 0}
        max={100}
        value={value}
        label={null}
        onChange={setValue}
        onChangeEnd={next => props.onSave(next / 100)}
      />
      <p className="soft">{props.words(value)}</p>
    </div>
  );
}

function Words(props: {
  label: string;
  description: string;
  value: string;
  onSave: (value: string) => void;
}) {
  const [value, setValue] = useState(props.value);
  return (
    <TextInput
      label={props.label}
      description={props.description}
      value={value}
      onChange={event => setValue(event.currentTarget.value)}
      onBlur={() => value !== props.value && props.onSave(value.trim())}
    />
  );
}

function Workspace() {
  const { data: info, error } = useQuery(infoQuery);
  const [busy, setBusy] = useState(false);
  const backup = async () => {
    setBusy(true);
    try {
      if (await saveFile(await makeBackup())) showDone('The copy is made.');
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  if (error) return <Trouble error={error} />;
  if (!info) return <Waiting what="Asking the workspace" />;
  return (
    <>
      <dl className="facts">
        <dt>Where it is</dt>
        <dd className="mono">{info.location}</dd>
        <dt>What is in it</dt>
        <dd>
          {count(info.passages, 'passage')} of policies, {count(info.libraryAnswers, 'library answer')},{' '}
          {count(info.scopes.length, 'scope')}
        </dd>
        <dt>Version</dt>
        <dd>
          Vouch {info.version},{' '}
          {info.host === 'electron' ? 'desktop app' : 'in your browser, served by this machine'}
        </dd>
      </dl>
      <div className="line">
        <Button disabled={busy} onClick={() => void backup()}>
          Save a backup copy
        </Button>
        <span className="soft">One file with everything in it, original files included.</span>
      </div>
      <p className="egress">
        <ShieldIcon /> Nothing has left this machine. Vouch opens {info.egress} outgoing connections: no
        account, no telemetry, no model service.
      </p>
    </>
  );
}

function Fields({ settings, onSave }: { settings: Settings; onSave: Save }) {
  const keys = useStore(singleKeys, on => on);
  const { data: info } = useQuery(infoQuery);
  const least = percent(info?.leastThreshold ?? 0);
  return (
    <div className="settings">
      <Section title="You">
        <Words
          label="Your name"
          description="Approvals, comments and exports are signed with it."
          value={settings.reviewer}
          onSave={reviewer => void onSave({ reviewer })}
        />
        <Words
          label="Company"
          description="Taken out of questions before matching, so that its name does not pull passages in."
          value={settings.company}
          onSave={company => void onSave({ company })}
        />
      </Section>
      <Section title="Confidence">
        <Threshold
          id="draft-threshold"
          label="Draft from"
          least={least}
          value={settings.draftThreshold}
          words={value =>
            `At ${value} or more an answer is shown as drafted. ${value > least ? `From ${least} to ${value - 1} it is proposed, and the question needs you. ` : ''}Below ${least} nothing is proposed: too many would be wrong, so the question needs you and the nearest passages are shown. Higher means fewer drafts and fewer wrong ones. It counts for what is drafted from now on.`
          }
          onSave={draftThreshold => void onSave({ draftThreshold })}
        />
        <Threshold
          id="bulk-threshold"
          label="Approve many from"
          value={settings.bulkThreshold}
          words={value =>
            `"Approve many" offers only drafts at ${value} or more. Drafts below it are listed under "Low confidence" and are approved one at a time.`
          }
          onSave={bulkThreshold => void onSave({ bulkThreshold })}
        />
        <Switch
          label="Compare meanings with sentence vectors"
          description="Slower, a little better on unusual wordings. Runs on this machine."
          checked={settings.vectors}
          onChange={event => void onSave({ vectors: event.currentTarget.checked })}
        />
      </Section>
      <Section title="Export">
        <Switch
          label="Name sources in the documents Vouch makes"
          description="In the answer register and the response document. Never in the customer's own cells."
          checked={settings.sourcesInExport}
          onChange={event => void onSave({ sourcesInExport: event.currentTarget.checked })}
        />
      </Section>
      <Section title="Looks and keys">
        <div>
          <p className="group-label">Theme</p>
          <SegmentedControl
            aria-label="Theme"
            value={settings.theme}
            onChange={theme => void onSave({ theme: theme as Settings['theme'] })}
            data={[
              { value: 'auto', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </div>
        <Switch
          label="Single-key shortcuts"
          description="Keys such as a and j in Review. Switch them off when you use speech input."
          checked={keys}
          onChange={event => setSingleKeys(event.currentTarget.checked)}
        />
      </Section>
      <Section title="Workspace and privacy">
        <Workspace />
      </Section>
    </div>
  );
}

export function SettingsScreen() {
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <Page title="Settings">
      <ScrollRegion className="page-body" label="Settings">
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting what="Reading the settings" /> : null}
        {data ? <Fields settings={data} onSave={save} /> : null}
      </ScrollRegion>
    </Page>
  );
}
