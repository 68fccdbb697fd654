// The command palette (Ctrl or Cmd K): every screen, every questionnaire, and, while reviewing, every
// question by number or words. Only the best few are drawn, so thousands of questions cost nothing.
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchIcon } from '../parts/icons.tsx';
import { useStore } from '../parts/store.ts';
import { nameOf } from '../parts/words.ts';
import { questionnairesQuery } from '../queries.ts';
import { stand } from '../screens/review/desk.ts';
import { deskOf } from '../screens/review/open-desks.ts';
import { redo, undo } from '../screens/review/work.ts';
import { openQuestionnaire } from './open.ts';
import { keyedDeeds, lastingDeeds } from './palette-deeds.ts';
import { screenWords } from './rail.tsx';
import { go, screens } from './route.ts';

function questionActions(id: string | null, query: string): SpotlightActionData[] {
  const store = id === null ? undefined : deskOf(id);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!store || id === null || words.length === 0) return [];
  const found: SpotlightActionData[] = [];
  for (const row of store.get().rows.values()) {
    const text = `${row.ref ?? ''} ${row.text}`.toLowerCase();
    if (!words.every(word => text.includes(word))) continue;
    found.push({
      id: `question-${row.questionId}`,
      label: row.text,
      description: row.ref ?? row.section ?? '',
      onClick: () => {
        store.update(desk => stand(desk, row.questionId));
        go('review', id, row.questionId);
      },
    });
    if (found.length === 8) break;
  }
  return found;
}

export function Palette() {
  const [query, setQuery] = useState('');
  const open = useStore(openQuestionnaire, id => id);
  const { data: list = [] } = useQuery(questionnairesQuery);
  const matches = (text: string) =>
    query
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every(word => text.toLowerCase().includes(word));
  const commands: SpotlightActionData[] = [
    ...screens.map(screen => ({
      id: screen,
      label: `Go to ${screenWords[screen]}`,
      onClick: () =>
        go(screen, screen === 'import' || screen === 'review' || screen === 'export' ? open : null),
    })),
    ...lastingDeeds,
    ...(open
      ? [
          { id: 'undo', label: 'Undo the last change', onClick: () => void undo(open) },
          { id: 'redo', label: 'Redo the last undone change', onClick: () => void redo(open) },
        ]
      : []),
  ].filter(action => matches(String(action.label)));
  const files = list
    .filter(item => matches(`${item.customer} ${item.file}`))
    .slice(0, 6)
    .map(item => ({
      id: `open-${item.id}`,
      label: nameOf(item),
      description: 'Open for review',
      onClick: () => go('review', item.id),
    }));
  const groups = [
    { group: 'Questions', actions: questionActions(open, query) },
    { group: 'This answer', actions: keyedDeeds().filter(({ label }) => matches(label)) },
    { group: 'Questionnaires', actions: files },
    { group: 'Commands', actions: commands },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, actions) => actions}
      nothingFound="Nothing by that name"
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      searchProps={{
        placeholder: 'A command, a questionnaire, a question',
        'aria-label': 'Search',
        leftSection: <SearchIcon />,
      }}
      size="lg"
      attributes={{ content: { 'aria-label': 'Find a command, a questionnaire or a question' } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
    />
  );
}
