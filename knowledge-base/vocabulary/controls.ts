// The controls of the field and their wordings, from the data files beside this module. Controls are one list
// for every language; wordings are one file a language, so another language is another file and a line here.
import { isEmptyWord } from '../text/stop-words.ts';
import { type Token, tokens } from '../text/tokens.ts';
import controlList from './controls.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
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
  /**
   * Controls B that what a policy states on this control answers, wholly or in an honest part: a yes here is a yes
   * there. Its parents are not among them: a part is taken to speak of its whole anyway.
   */
  answers: readonly string[];
  /** Of its parent's family, yet what is stated of it answers nothing on the parent: disposal is no inventory. */
  apart: boolean;
}

type ControlRow = Omit<Control, 'answers' | 'apart'> & Partial<Pick<Control, 'answers' | 'apart'>>;

interface ControlWordings {
  phrases?: string[];
  weak?: string[];
  near?: string[][];
  /** A phrase, or words in any order near each other. */
  scenarios?: (string | string[])[];
}

const WEIGHTS = { phrases: 1, near: 0.85, scenarios: 0.9, weak: 0.45 } as const;

export const controls: ReadonlyMap<string, Control> = new Map(
  (controlList as ControlRow[]).map(row => [
    row.id,
    { ...row, answers: row.answers ?? [], apart: row.apart ?? false },
  ]),
);

interface Language {
  language: string;
  controls: Record<string, ControlWordings>;
}

const languages = [english, spanish] as unknown as Language[];

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

/** What the words met of a loose wording must tell together for it to count in full: two or three words of the field. */
const FIRM = 4;
/** What it counts for at least. */
const LOOSE = 0.25;
/** What an empty word tells beside others that stand together ("without us knowing"); alone it tells nothing. */
const TOGETHER = 1;

/** "How long ... out" is met by any question; a loose wording met by such words alone says little of its control. */
function firmness(met: readonly (readonly Token[])[]): number {
  let told = 0;
  for (const part of met) {
    for (const { stem, root } of part)
      told += isEmptyWord(stem) ? (part.length > 1 ? TOGETHER : 0) : tellingInField(root);
  }
  return Math.min(1, Math.max(LOOSE, told / FIRM));
}

const spotter = makeSpotter(wordings(), firmness);

/** What a wording counts for inside a longer wording of another control. */
const INSIDE = 0.3;
/** What it counts for where the question says it beside what it asks. */
const BESIDE = 0.5;

export interface Controls {
  /** The weight of each control (0 to 1): its best wording. */
  weights: ReadonlyMap<string, number>;
  /** Every wording found, at the weight it counts for. */
  spots: readonly Spot[];
}

/**
 * The controls a text is about. A wording counts for less when it only stands inside a longer wording of another
 * control ("access review" is not about access in general), and single words count for less than phrases. `beside`
 * tells the places, by character, of what is said beside the point.
 */
export function readControls(
  words: readonly Token[],
  beside: (at: number) => boolean = () => false,
): Controls {
  const found = spotter(words);
  const weights = new Map<string, number>();
  const spots = found.map(spot => {
    const length = spot.to - spot.from;
    const inside = found.some(
      other =>
        other.id !== spot.id &&
        other.weight >= spot.weight &&
        other.from <= spot.from &&
        other.to >= spot.to &&
        other.to - other.from > length,
    );
    const weight = spot.weight * (inside ? INSIDE : 1) * (length > 1 ? 1 : 0.85);
    return { ...spot, weight: beside(words[spot.from]?.from ?? 0) ? weight * BESIDE : weight };
  });
  for (const spot of spots) if (spot.weight > (weights.get(spot.id) ?? 0)) weights.set(spot.id, spot.weight);
  return { weights, spots };
}

/** All wordings of each control as one text, in every language. */
export function controlTexts(): Map<string, string> {
  const out = new Map<string, string>();
  for (const { controls: worded } of languages) {
    for (const [id, said] of Object.entries(worded)) {
      const texts = [said.phrases, said.weak, said.near, said.scenarios].flatMap(list => list ?? []);
      const text = texts.map(one => (Array.isArray(one) ? one.join(' ') : one)).join(' . ');
      out.set(id, `${out.get(id) ?? ''} . ${text}`);
    }
  }
  return out;
}

const rootCounts = new Map<string, number>();
for (const text of controlTexts().values()) {
  for (const root of new Set(tokens(text).map(token => token.root)))
    rootCounts.set(root, (rootCounts.get(root) ?? 0) + 1);
}

const telling = (times: number) => Math.log(1 + controls.size / (1 + times));
const tellingOf = new Map([...rootCounts].map(([root, times]) => [root, telling(times)]));
const tellingUnknown = telling(1);

/** How telling a word is in this field at large: rare among the controls' wordings is telling. About 0.5 to 6. */
export function tellingInField(root: string): number {
  return tellingOf.get(root) ?? tellingUnknown;
}
