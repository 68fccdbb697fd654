// One change that a person made and the host does not have yet, and what becomes of it when the host answers.
// Pure: the keeper holds, stores and sends it.
import type { AnswerState } from '../../../contract/review.ts';

export interface Change {
  choice?: string | null;
  text?: string;
  slotValues?: Record<string, string>;
  citations?: string[];
}

/** An answer as the host has it. */
export interface Stands {
  version: number;
  state: AnswerState;
  choice: string | null;
  text: string;
  slotValues: Record<string, string>;
}

export interface Kept {
  questionnaire: string;
  question: string;
  change: Change;
  /** Place among all that were kept with it, by when they were begun: storage gives its keys in any order. */
  place: number;
  /** Counts the person's changes, so that an acknowledgement of an older text does not drop a newer one. */
  serial: number;
  /** Version of the answer that the person had before them when they began to change it. */
  base: number;
  /** What was sent and never answered: a host that died may have saved any of these. */
  unheard: Change[];
  /** `refused`: the host will not take it. `gone`: the question is not there any more. */
  state: 'waiting' | 'sending' | 'offline' | 'conflict' | 'refused' | 'gone';
  /** With `conflict`: what stands in its place. */
  stands?: Stands;
  /** With `refused`: why. */
  why?: string;
}

/** What became of a change that was sent. */
export type Sent =
  | { is: 'kept'; version: number }
  | { is: 'offline' }
  | { is: 'conflict'; stands: Stands }
  | { is: 'refused'; why: string }
  | { is: 'gone' };

/** Those that wait for the person to say what is to become of them. */
export const isUnsettled = ({ state }: Kept) =>
  state === 'conflict' || state === 'refused' || state === 'gone';

/** Of a host that is away for long only the latest attempts are remembered. */
const MOST_UNHEARD = 8;

/** As it stands while it is sent. */
export function sentAnew(kept: Kept): Kept {
  const known = kept.unheard.some(change => JSON.stringify(change) === JSON.stringify(kept.change));
  const unheard = known ? kept.unheard : [...kept.unheard, kept.change].slice(-MOST_UNHEARD);
  return { ...kept, unheard, state: 'sending' };
}

/** True when the answer is what this change would have made of it, one version on. */
const madeBy = (change: Change, stands: Stands) =>
  stands.state === 'edited' &&
  (change.choice === undefined || change.choice === stands.choice) &&
  (change.text === undefined || change.text === stands.text) &&
  Object.entries(change.slotValues ?? {}).every(
    ([index, value]) => (stands.slotValues[index] ?? '') === value,
  );

/**
 * True when all of the change is in the answer already: the same, or words that were written on. A browser that was
 * killed may bring its storage back older than it was, with words that were saved meanwhile.
 */
function isWithin({ text, ...rest }: Change, stands: Stands): boolean {
  const held =
    text === undefined || text === stands.text || (text.trim() !== '' && stands.text.startsWith(text));
  return held && rest.citations === undefined && madeBy(rest, stands);
}

/** The same change begun anew on this version, for which nothing was sent yet. */
export const begunOn = (kept: Kept, base: number): Kept => {
  const { stands: _, why: __, ...rest } = kept;
  return { ...rest, base, unheard: [], state: 'waiting' };
};

/**
 * What is left to keep once the change of this serial was answered; null when nothing is. A newer change goes on
 * from the version that the older one made, and so does one whose first saving was never heard of.
 */
export function whatBecomes(latest: Kept, serial: number, sent: Sent): Kept | null {
  switch (sent.is) {
    case 'kept':
      return latest.serial === serial ? null : begunOn(latest, sent.version);
    case 'offline':
      return { ...latest, state: 'offline' };
    case 'conflict': {
      const { stands } = sent;
      if (isWithin(latest.change, stands)) return null;
      const own = stands.version === latest.base + 1 && latest.unheard.some(one => madeBy(one, stands));
      return own ? begunOn(latest, stands.version) : { ...latest, unheard: [], state: 'conflict', stands };
    }
    case 'refused':
      return { ...latest, unheard: [], state: 'refused', why: sent.why };
    default:
      return { ...latest, unheard: [], state: sent.is };
  }
}
