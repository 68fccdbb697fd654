// Why there is no answer, in one sentence a person can check: what the policies do describe nearby, and what
// of the question they leave open.
import type { Limb, Question } from '../match/question.ts';
import type { Candidate } from '../match/rank.ts';
import { aspects } from '../vocabulary/aspects.ts';
import { controls } from '../vocabulary/controls.ts';
import { things } from '../vocabulary/things.ts';

export function whyNotStated(question: Question, candidates: readonly Candidate[]): string {
  const [nearest] = candidates;
  const limb = question.limbs[nearest?.best ?? 0];
  if (!nearest || !limb) return 'The policies hold nothing on this.';
  const features = nearest.limbs[nearest.best]?.features;
  const topic = sharedTopic(limb, nearest);
  if (!features || topic === null) {
    const asked = mainControl(limb);
    return asked === null
      ? 'The policies hold nothing on this.'
      : `The policies do not speak of ${lower(asked)}.`;
  }
  if (features.thingMissing > 0)
    return `${topic} is described; ${missingThings(limb, nearest)} is not named.`;
  if (Math.max(features.valueMissing, features.cadenceMissing, features.placeMissing) >= 1)
    return `${topic} is described; ${[...limb.wants][0]} is not stated.`;
  if (features.aspectMissing > 0) return `${topic} is described; ${missingAspects(limb)} is not stated.`;
  if (features.otherSubject > 0)
    return `${topic} is described for ${[...nearest.statement.subjects].join(', ')} only.`;
  return `${topic} is mentioned, but no passage clearly answers this.`;
}

function sharedTopic(limb: Limb, candidate: Candidate): string | null {
  const shared = [...limb.controls.keys()].filter(id => candidate.statement.controls.has(id));
  const id = shared[0];
  return id === undefined ? null : (controls.get(id)?.title ?? null);
}

function mainControl(limb: Limb): string | null {
  const [top] = [...limb.controls].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return top ? (controls.get(top[0])?.title ?? null) : null;
}

function missingThings(limb: Limb, candidate: Candidate): string {
  const missing = [...limb.things].filter(id => !candidate.statement.things.has(id));
  return missing.map(id => things.get(id)?.names[0] ?? id).join(', ');
}

function missingAspects(limb: Limb): string {
  return [...limb.aspects].map(id => lower(aspects.get(id)?.title ?? id)).join(', ');
}

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
