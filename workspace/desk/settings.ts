// Settings with their defaults. A stored value that no longer fits the contract counts as never set.
import { type Settings, settings as settingsSchema } from '../../contract/curate.ts';
import { parameters } from '../../knowledge-base/match/parameters.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { storedSettings } from '../../knowledge-base/store/settings.ts';

/** Below this the matcher proposes no answer at all, so a lower setting would promise drafts that never come. */
export const leastThreshold = parameters.threshold;

export const defaultSettings: Settings = {
  draftThreshold: leastThreshold,
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
  const settings = { ...defaultSettings, ...Object.fromEntries(fitting) };
  return { ...settings, ...withinReach({ draftThreshold: settings.draftThreshold }) };
}

/** The same with a draft threshold that has an effect. */
export function withinReach<S extends { draftThreshold?: number | undefined }>(given: S): S {
  const { draftThreshold } = given;
  return draftThreshold === undefined
    ? given
    : { ...given, draftThreshold: Math.max(draftThreshold, leastThreshold) };
}
