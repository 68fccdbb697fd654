// What the desk says about itself, a copy of the whole workspace to keep elsewhere, and the settings.
import { basename } from 'node:path';
import type { Settings } from '../../contract/curate.ts';
import { listScopes } from '../../knowledge-base/store/documents.ts';
import { countLibraryAnswers } from '../../knowledge-base/store/library.ts';
import { countPassages } from '../../knowledge-base/store/passages.ts';
import { putSetting } from '../../knowledge-base/store/settings.ts';
import { tell } from '../desk/audit.ts';
import type { UseCase } from '../desk/desk.ts';
import { currentSettings, leastThreshold, withinReach } from '../desk/settings.ts';

export const workspaceInfo: UseCase<'workspace.info'> = desk => {
  const db = desk.store.read;
  return {
    version: desk.version,
    location: desk.store.location,
    host: desk.host === 'electron' ? 'electron' : 'web',
    scopes: listScopes(db),
    passages: countPassages(db),
    libraryAnswers: countLibraryAnswers(db),
    leastThreshold,
    sampleAvailable: desk.sample !== null,
    egress: 0,
  };
};

export const backupWorkspace: UseCase<'workspace.backup'> = (desk, _input, run) => {
  const bytes = desk.store.bytes();
  const stem =
    desk.store.location === ':memory:' ? 'workspace' : basename(desk.store.location).replace(/\.[^.]+$/, '');
  const day = desk.now().slice(0, 10);
  desk.store.write(db => {
    const after = `${bytes.byteLength} bytes`;
    tell(desk, db, run.actor, { action: 'workspace.copied', subject: 'workspace', subjectId: '', after });
  });
  return desk.files.put(`${stem}-${day}.vouch`, bytes);
};

export const getSettings: UseCase<'settings.get'> = desk => currentSettings(desk.store.read);

export const setSettings: UseCase<'settings.set'> = (desk, input, run) => {
  const was = currentSettings(desk.store.read);
  const given = withinReach(input);
  const changed = (Object.keys(input) as (keyof Settings)[]).filter(
    name => given[name] !== undefined && given[name] !== was[name],
  );
  desk.store.write(db => {
    for (const name of changed) {
      putSetting(db, name, given[name]);
      tell(desk, db, run.actor, {
        action: 'settings.changed',
        subject: 'settings',
        subjectId: name,
        before: String(was[name]),
        after: String(given[name]),
      });
    }
  });
  if (changed.length > 0) desk.emit('changed', { what: 'settings' });
  return currentSettings(desk.store.read);
};

export const cancelJob: UseCase<'job.cancel'> = (desk, { job }) => {
  desk.cancel(job);
  return {};
};
