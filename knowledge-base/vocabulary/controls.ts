// The controls of the field and their wordings, from the data files beside this module. Controls are one list
// for every language; wordings are one file a language, so another language is another file and a line here.
import type { Token } from '../text/tokens.ts';
import controlList from './controls.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import { makeSpotter, type Spot, type Wording } from './spotter.ts';

export interface Control {
  id: string;
  title: string;
  family: string;
  /** Whom the control is about: 'staff', 'customer', 'vendor', 'product' or 'any'. */
  subject: string;
  parent: string | null;
  /** Controls that are often confused with it, close but not the same. */
  near: string[];
}

interface ControlWordings {
  phrases?: string[];
  weak?: string[];
  near?: string[][];
  /** A phrase, or words in any order near each other. */
  scenarios?: (string | string[])[];
}

const WEIGHTS = { phrases: 1, near: 0.85, scenarios: 0.9, weak: 0.45 } as const;

export const controls: ReadonlyMap<string, Control> = new Map(
  (controlList as Control[]).map(control => [control.id, control]),
);

const languages: { language: string; controls: Record<string, ControlWordings> }[] = [english];

function wordings(): Wording[] {
  const out: Wording[] = [];
  for (const language of languages) {
    for (const [id, said] of Object.entries(language.controls)) {
      for (const text of said.phrases ?? []) out.push({ id, text, weight: WEIGHTS.phrases });
      for (const text of said.weak ?? []) out.push({ id, text, weight: WEIGHTS.weak });
      for (const words of said.near ?? [])
        out.push({ id, text: words.join(' '), weight: WEIGHTS.near, near: true });
      for (const scenario of said.scenarios ?? []) {
        const near = Array.isArray(scenario);
        out.push({ id, text: near ? scenario.join(' ') : scenario, weight: WEIGHTS.scenarios, near });
      }
    }
  }
  return out;
}

const spotter = makeSpotter(wordings());

/** Every control wording in the text, overlapping ones included. */
export function spotControls(words: readonly Token[]): Spot[] {
  return spotter(words);
}

/**
 * The weight of each control in a text: its best wording, less when that wording only stands inside a longer
 * wording of another control ("access review" is not about access in general).
 */
export function weighControls(words: readonly Token[]): Map<string, number> {
  const spots = spotControls(words);
  const out = new Map<string, number>();
  for (const spot of spots) {
    const length = spot.to - spot.from;
    const inside = spots.some(
      other =>
        other.id !== spot.id &&
        other.weight >= spot.weight &&
        other.from <= spot.from &&
        other.to >= spot.to &&
        other.to - other.from > length,
    );
    const weight = spot.weight * (inside ? 0.5 : 1) * (length > 1 ? 1 : 0.85);
    if (weight > (out.get(spot.id) ?? 0)) out.set(spot.id, weight);
  }
  return out;
}
