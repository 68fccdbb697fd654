// Whose file it is: customer, due date, the scope it is answered from, and who owns it. Saved on leaving a
// field, so that nothing needs a save button.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuestionnaireSummary } from '../../../contract/review.ts';
import { describeQuestionnaire } from '../../api.ts';
import { showError } from '../../parts/trouble.ts';
import { infoQuery, policiesQuery, queryClient } from '../../queries.ts';
import { linkTo } from '../../shell/route.ts';

export function Details({ summary }: { summary: QuestionnaireSummary }) {
  const { data: policies } = useQuery(policiesQuery);
  const [customer, setCustomer] = useState(summary.customer);
  const [owner, setOwner] = useState(summary.owner);
  const save = async (change: Parameters<typeof describeQuestionnaire>[0]) => {
    try {
      await describeQuestionnaire(change);
      await queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
    } catch (error) {
      showError(error);
    }
  };
  const { id } = summary;
  const scopes = [...new Set([...(policies?.scopes ?? []), ...(summary.scope ? [summary.scope] : [])])];
  return (
    <div className="details">
      <TextInput
        label="Customer"
        placeholder="Who sent it"
        value={customer}
        onChange={event => setCustomer(event.currentTarget.value)}
        onBlur={() => customer !== summary.customer && void save({ id, customer })}
      />
      <TextInput
        label="Due"
        type="date"
        defaultValue={summary.due ?? ''}
        onBlur={event => {
          const due = event.currentTarget.value || null;
          if (due !== summary.due) void save({ id, due });
        }}
      />
      <Select
        label="Answer from"
        data={[{ value: '', label: 'All scopes' }, ...scopes.map(scope => ({ value: scope, label: scope }))]}
        value={summary.scope ?? ''}
        allowDeselect={false}
        onChange={scope => void save({ id, scope: scope || null })}
      />
      <TextInput
        label="Owner"
        value={owner}
        onChange={event => setOwner(event.currentTarget.value)}
        onBlur={() => owner !== summary.owner && void save({ id, owner })}
      />
      <Sources scope={summary.scope} scopes={scopes.length} />
    </div>
  );
}

/** What drafting would lack: nothing to answer from, or the words of several companies at once. */
function Sources({ scope, scopes }: { scope: string | null; scopes: number }) {
  const { data: info } = useQuery(infoQuery);
  if (info && info.passages === 0 && info.libraryAnswers === 0) {
    return (
      <p className="tag warn details-note">
        <span>
          There is nothing to answer from yet, so every question would need you.{' '}
          <a href={linkTo('policies')}>Add your policies</a> first.
        </span>
      </p>
    );
  }
  if (scope !== null || scopes < 2) return null;
  return (
    <p className="tag warn details-note">
      All {scopes} scopes answer. Choose one, or another company's or product's words may stand in this file.
    </p>
  );
}
