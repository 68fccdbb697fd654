// Whose file it is: customer, due date, the scope it is answered from, and who owns it. Saved on leaving a
// field, so that nothing needs a save button.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuestionnaireSummary } from '../../../contract/review.ts';
import { describeQuestionnaire } from '../../api.ts';
import { showError } from '../../parts/trouble.ts';
import { policiesQuery, queryClient } from '../../queries.ts';

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
    </div>
  );
}
