// Settings with their defaults. A stored value that no longer fits the contract counts as never set.
import { type Settings, settings as settingsSchema } from '../../contract/curate.ts';
import { parameters } from '../../knowledge-base/match/parameters.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { storedSettings } from '../../knowledge-base/store/settings.ts';

export const defaultSettings: Settings = {
  draftThreshold: parameters.threshold,
  bulkThreshold: 0.85,
  reviewer: '',
  company: '',
  sourcesInExport: false,
  theme: 'auto',
  vectors: false,
};

export function currentSettings(db: ReadHandle): Settings {
  const stored = storedSettings(db);
  const fitting = Object.entries(stored).filter(([name, value]) => {
    const field = settingsSchema.shape[name as keyof Settings];
    return field?.safeParse(value).success === true;
  });
  return { ...defaultSettings, ...Object.fromEntries(fitting) };
}
