// A question tried against the policies without a questionnaire: the quickest way to see what they say, and
// what they do not.
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from '../../../contract/knowledge.ts';
import { askQuestion } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { EvidenceCard } from '../../parts/evidence-card.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { percent } from '../../parts/words.ts';

export function AskPanel({ scopes }: { scopes: string[] }) {
  const [question, setQuestion] = useState('');
  const [scope, setScope] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (question.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      setDraft(
        await askQuestion({
          question: question.trim(),
          section: null,
          guidance: null,
          scope: scope || null,
          options: [],
          limit: null,
          names: [],
        }),
      );
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack ask-panel" aria-label="Try a question">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          void ask();
        }}
      >
        <Textarea
          label="Question"
          placeholder="Is customer data encrypted at rest?"
          autosize
          minRows={2}
          value={question}
          onChange={event => setQuestion(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              void ask();
            }
          }}
        />
        <div className="line">
          <Select
            aria-label="Answer from"
            data={[{ value: '', label: 'All scopes' }, ...scopes.map(name => ({ value: name, label: name }))]}
            value={scope}
            allowDeselect={false}
            onChange={value => setScope(value ?? '')}
          />
          <Button type="submit" kind="primary" disabled={question.trim() === '' || busy}>
            Ask
          </Button>
        </div>
      </form>
      {busy ? <Waiting what="Looking" /> : null}
      {error ? <Trouble error={error} /> : null}
      {draft && !busy ? (
        <>
          <div className="card ask-answer">
            <p className="line">
              <span className={`tag ${draft.outcome === 'answered' ? 'ok' : 'warn'}`}>
                {draft.outcome === 'answered'
                  ? 'answered'
                  : draft.outcome === 'partly'
                    ? 'partly stated'
                    : 'not stated'}
              </span>
              <span className="faint">confidence {percent(draft.confidence)}</span>
            </p>
            {draft.text ? <p>{draft.text}</p> : null}
            {draft.reason ? <p className="soft">{draft.reason}</p> : null}
          </div>
          <ol className="evidence-list">
            {draft.candidates.map(evidence => (
              <EvidenceCard
                key={evidence.id}
                evidence={evidence}
                keys={null}
                cited={draft.citations.some(citation => citation.id === evidence.id)}
                open={false}
              />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}
