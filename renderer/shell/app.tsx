// The frame around every screen: rail, the screen the address names, and what floats above it (palette, jobs,
// drop, announcements). Screens get their ids from here and know nothing of the address.
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { host } from '../host/index.ts';
import { useStore } from '../parts/store.ts';
import { followChanges, settingsQuery } from '../queries.ts';
import { Activity } from '../screens/activity/activity.tsx';
import { Export } from '../screens/export/export.tsx';
import { Import } from '../screens/import/import.tsx';
import { Library } from '../screens/library/library.tsx';
import { Policies } from '../screens/policies/policies.tsx';
import { Questionnaires } from '../screens/questionnaires/questionnaires.tsx';
import { keepOnLeave, refreshDesks } from '../screens/review/open-desks.ts';
import { Review } from '../screens/review/review.tsx';
import { Unsettled } from '../screens/review/unsettled.tsx';
import { SettingsScreen } from '../screens/settings/settings.tsx';
import { announced } from './announce.ts';
import { Chooser } from './chooser.tsx';
import { followCommand } from './commands.ts';
import { DropAnywhere } from './drop.tsx';
import { JobList } from './job-list.tsx';
import { rememberOpen } from './open.ts';
import { Palette } from './palette.tsx';
import { Rail, screenWords } from './rail.tsx';
import { type Route, useRoute } from './route.ts';

function CurrentScreen({ route }: { route: Route }) {
  const { screen, id, part } = route;
  switch (screen) {
    case 'import':
      return id ? <Import key={id} id={id} /> : <Chooser screen={screen} />;
    case 'review':
      return id ? <Review key={id} id={id} part={part} /> : <Chooser screen={screen} />;
    case 'export':
      return id ? <Export key={id} id={id} /> : <Chooser screen={screen} />;
    case 'library':
      return <Library id={id} part={part} />;
    case 'policies':
      return <Policies id={id} part={part} />;
    case 'activity':
      return <Activity questionnaire={id} />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return <Questionnaires />;
  }
}

/** What was done, for screen readers. On its own, so that saying it redraws nothing else. */
function Announcements() {
  const spoken = useStore(announced, text => text);
  return (
    <p className="sr" role="status" aria-live="polite">
      {spoken}
    </p>
  );
}

/** The theme of the settings. Set only when it differs, because setting it styles the whole page anew. */
function useThemeOfSettings(): void {
  const { data: settings } = useQuery(settingsQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const theme = settings?.theme;
  useEffect(() => {
    if (theme && theme !== colorScheme) setColorScheme(theme);
  }, [theme, colorScheme, setColorScheme]);
}

export function App() {
  const route = useRoute();
  useThemeOfSettings();
  useEffect(() => followChanges(changed => void refreshDesks(changed)), []);
  useEffect(() => keepOnLeave(), []);
  useEffect(() => host.onCommand?.(followCommand), []);
  useEffect(() => {
    document.title = `${screenWords[route.screen]} · Vouch`;
    if (route.id && ['import', 'review', 'export'].includes(route.screen)) rememberOpen(route.id);
  }, [route]);
  return (
    <>
      <div className="frame">
        <Rail />
        <main>
          <Unsettled />
          <CurrentScreen route={route} />
        </main>
      </div>
      <Palette />
      <JobList />
      <DropAnywhere />
      <Announcements />
    </>
  );
}
