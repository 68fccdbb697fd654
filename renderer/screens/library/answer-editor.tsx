// One library answer: wording and what is kept about it, the passages it rests on, and its history. Saving
// makes a new version; somebody else's newer version is never written over.
import { Autocomplete, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LibraryAnswer } from '../../../contract/curate.ts';
import { sayPlace } from '../../../contract/place.ts';
import { confirmLibraryAnswer, retireLibraryAnswer, saveLibraryAnswer } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { useKeptWords } from '../../parts/kept-words.ts';
import { showDone, showError } from '../../parts/trouble.ts';
import { queryClient } from '../../queries.ts';
import { go } from '../../shell/route.ts';
import { History } from './history.tsx';

const blank = {
  question: '',
  choice: '',
  text: '',
  scope: '',
  owner: '',
  tags: [] as string[],
  reviewBy: '',
};

/** What was typed, and the version it was begun on. */
interface Kept {
  version: number;
  fields: typeof blank;
}

const fieldsOf = (answer: LibraryAnswer | null) =>
  answer === null
    ? blank
    : {
        question: answer.question,
        choice: answer.choice ?? '',
        text: answer.text,
        scope: answer.scope ?? '',
        owner: answer.owner,
        tags: answer.tags,
        reviewBy: answer.reviewBy ?? '',
      };

export function AnswerEditor(props: {
  answer: LibraryAnswer | null;
  owners: string[];
  tags: string[];
  scopes: string[];
  view: string;
}) {
  const { answer, view } = props;
  const [kept, keep] = useKeptWords<Kept>(`library/${answer?.id ?? 'new'}`);
  const fields = kept?.fields ?? fieldsOf(answer);
  const movedOn = kept !== null && answer !== null && kept.version !== answer.version;
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<typeof blank>) =>
    keep({ version: kept?.version ?? answer?.version ?? 0, fields: { ...fields, ...part } });
  const changed = JSON.stringify(fields) !== JSON.stringify(fieldsOf(answer));
  const act = async (work: () => Promise<LibraryAnswer>, done: string) => {
    setBusy(true);
    try {
      const saved = await work();
      await queryClient.invalidateQueries({ queryKey: ['library'] });
      await queryClient.invalidateQueries({ queryKey: ['recalls'] });
      showDone(done);
      go('library', view, saved.id);
    } catch (error) {
      showError(error);
      // Refused where somebody else changed it: what stands now is shown beside what was typed.
      void queryClient.invalidateQueries({ queryKey: ['library'] });
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    act(async () => {
      const saved = await saveLibraryAnswer({
        ...fields,
        id: answer?.id ?? null,
        version: answer?.version ?? 0,
        choice: fields.choice || null,
        scope: fields.scope || null,
        reviewBy: fields.reviewBy || null,
      });
      keep(null);
      return saved;
    }, 'Saved.');
  return (
    <form
      className="stack answer-editor"
      onSubmit={event => {
        event.preventDefault();
        if (changed && fields.question.trim() !== '') void save();
      }}
    >
      <h2>{answer ? 'Answer' : 'New answer'}</h2>
      {answer?.state === 'recalled' ? (
        <p className="tag warn wrap-tag">
          Recalled: a passage it quotes has changed. Confirm it or change it.
        </p>
      ) : null}
      {answer?.state === 'retired' ? <p className="tag wrap-tag">Retired: no longer offered.</p> : null}
      <Textarea
        label="Question"
        autosize
        required
        value={fields.question}
        onChange={event => set({ question: event.currentTarget.value })}
      />
      <TextInput
        label="Choice"
        placeholder="Yes, No, Partially… or empty"
        value={fields.choice}
        onChange={event => set({ choice: event.currentTarget.value })}
      />
      <Textarea
        label="Answer"
        autosize
        minRows={3}
        maxRows={16}
        value={fields.text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
      <div className="editor-grid">
        <Select
          label="Scope"
          data={[
            { value: '', label: 'All scopes' },
            ...[...new Set([...props.scopes, ...(fields.scope ? [fields.scope] : [])])].map(scope => ({
              value: scope,
              label: scope,
            })),
          ]}
          value={fields.scope}
          allowDeselect={false}
          onChange={scope => set({ scope: scope ?? '' })}
        />
        <Autocomplete
          label="Owner"
          data={props.owners}
          value={fields.owner}
          onChange={owner => set({ owner })}
        />
        <TextInput
          label="Review by"
          type="date"
          value={fields.reviewBy}
          onChange={event => set({ reviewBy: event.currentTarget.value })}
        />
        <TagsInput label="Tags" data={props.tags} value={fields.tags} onChange={tags => set({ tags })} />
      </div>
      <div className="line wrap">
        <Button type="submit" kind="primary" disabled={!changed || busy || fields.question.trim() === ''}>
          Save
        </Button>
        {answer ? (
          <>
            <Button
              disabled={busy || changed}
              onClick={() => void act(() => confirmLibraryAnswer(answer.id), 'Confirmed as still right.')}
            >
              Still right
            </Button>
            {answer.state === 'retired' ? null : (
              <Button
                kind="danger"
                disabled={busy}
                onClick={() => void act(() => retireLibraryAnswer(answer.id), 'Retired.')}
              >
                Retire
              </Button>
            )}
          </>
        ) : null}
        {changed ? (
          <>
            <Button kind="quiet" disabled={busy} onClick={() => keep(null)}>
              Let my changes go
            </Button>
            <span className="soft">Not saved yet, and kept here until you save</span>
          </>
        ) : null}
      </div>
      {changed && movedOn ? (
        <div className="tag warn wrap-tag" role="alert">
          This answer was changed elsewhere since you began. It now says: “
          {[answer.choice, answer.text].filter(Boolean).join('. ')}” Saving puts your words over it.
        </div>
      ) : null}
      {answer ? (
        <>
          <p className="faint">
            From {answer.source || 'this library'}. Approved by {answer.approvedBy || 'nobody named'},{' '}
            {sayMoment(answer.approvedAt)}.
          </p>
          {answer.evidence.length > 0 ? (
            <section>
              <h3>Rests on</h3>
              <ul className="rests-on">
                {answer.evidence.map(item => (
                  <li key={item.passageId}>
                    {item.text}
                    <div className="faint">
                      {[item.document, item.section].filter(Boolean).join(', ')}, {sayPlace(item.place)}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <History
            answer={answer}
            onRestored={() => void queryClient.invalidateQueries({ queryKey: ['library'] })}
          />
        </>
      ) : null}
    </form>
  );
}
