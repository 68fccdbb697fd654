// The eight destinations. Import, Review and Export lead to the questionnaire one works in. On narrow windows
// only the icons show; the words stay as names and as tooltips.
import type { ReactNode } from 'react';
import {
  ActivityIcon,
  ExportIcon,
  GridIcon,
  LibraryIcon,
  ListIcon,
  PolicyIcon,
  ReviewIcon,
  SettingsIcon,
  ShieldIcon,
} from '../parts/icons.tsx';
import { useStore } from '../parts/store.ts';
import { openQuestionnaire } from './open.ts';
import { linkTo, type Screen, useRoute } from './route.ts';
import './rail.css';

const places: { screen: Screen; words: string; icon: ReactNode; own?: boolean }[] = [
  { screen: 'questionnaires', words: 'Questionnaires', icon: <ListIcon /> },
  { screen: 'import', words: 'Import', icon: <GridIcon />, own: true },
  { screen: 'review', words: 'Review', icon: <ReviewIcon />, own: true },
  { screen: 'export', words: 'Export', icon: <ExportIcon />, own: true },
  { screen: 'library', words: 'Library', icon: <LibraryIcon /> },
  { screen: 'policies', words: 'Policies', icon: <PolicyIcon /> },
  { screen: 'activity', words: 'Activity', icon: <ActivityIcon /> },
  { screen: 'settings', words: 'Settings', icon: <SettingsIcon /> },
];

export const screenWords = Object.fromEntries(places.map(({ screen, words }) => [screen, words])) as Record<
  Screen,
  string
>;

export function Rail() {
  const route = useRoute();
  const open = useStore(openQuestionnaire, id => id);
  return (
    <nav className="rail" aria-label="Screens">
      <ul>
        {places.map(({ screen, words, icon, own }) => (
          <li key={screen} className={own ? 'own' : undefined}>
            <a
              href={linkTo(screen, own ? open : null)}
              aria-current={route.screen === screen ? 'page' : undefined}
              title={words}
            >
              {icon}
              <span className="rail-words">{words}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="rail-foot" title="Nothing has left this machine">
        <ShieldIcon />
        <span className="rail-words">Stays on this machine</span>
      </p>
    </nav>
  );
}
