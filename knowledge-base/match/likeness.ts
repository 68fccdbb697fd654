// How like two questions are: what they share, and what makes them different questions after all (a number, a named
// thing, a negation, an aspect), which weighs more and is told.
import { wordGroups } from '../text/word-groups.ts';
import { things as allThings } from '../vocabulary/things.ts';
import type { Question } from './question.ts';

/** A question reduced to what sets it apart from another. */
export interface Profile {
  roots: ReadonlySet<string>;
  controls: ReadonlySet<string>;
  things: ReadonlySet<string>;
  aspects: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  quantifiers: ReadonlySet<string>;
  negated: boolean;
}

export function profileOf(question: Question): Profile {
  const union = <T>(pick: (limb: Question['limbs'][number]) => Iterable<T>) =>
    new Set(question.limbs.flatMap(l => [...pick(l)]));
  return {
    roots: union(limb => limb.roots),
    controls: union(limb => limb.controls.keys()),
    things: union(limb => limb.things),
    aspects: union(limb => limb.aspects),
    numbers: new Set(question.text.match(/\d+(?:[.,]\d+)*/g) ?? []),
    quantifiers: new Set(question.limbs.flatMap(limb => limb.quantifier ?? [])),
    negated: /\b(?:not|no|never|without|un(?:encrypted|authori[sz]ed|protected|managed|patched))\b/i.test(
      question.text,
    ),
  };
}

/** What two questions have in common and what parts them, but for their spelling. */
export interface Likeness {
  /** The same wording. */
  same: boolean;
  roots: number;
  controls: number;
  differences: readonly string[];
}

export function likenessOf(asked: Profile, known: Profile, same: boolean): Likeness {
  const roots = dice(asked.roots, known.roots);
  const controls =
    asked.controls.size + known.controls.size === 0 ? roots : dice(asked.controls, known.controls);
  return { same, roots, controls, differences: same ? [] : differencesOf(asked, known) };
}

/** `spelling` is 0 to 1; at 1 this is the most the two can score. */
export function scoreOf({ same, roots, controls, differences }: Likeness, spelling: number): number {
  const alike = Math.min(0.99, 0.45 * roots + 0.25 * controls + 0.3 * spelling);
  return Math.round((same ? 1 : alike * 0.8 ** differences.length) * 10_000) / 10_000;
}

function differencesOf(asked: Profile, known: Profile): string[] {
  const out: string[] = [];
  const differ = (
    a: ReadonlySet<string>,
    b: ReadonlySet<string>,
    word: string,
    title = (id: string) => id,
  ) => {
    const more = [...a].filter(id => !b.has(id));
    const less = [...b].filter(id => !a.has(id));
    if (more.length > 0)
      out.push(`asks for ${word} ${more.map(title).join(', ')}, the approved question does not`);
    if (less.length > 0)
      out.push(`the approved question asks for ${word} ${less.map(title).join(', ')}, this one does not`);
  };
  differ(asked.things, known.things, 'the named', id => allThings.get(id)?.names[0] ?? id);
  differ(asked.aspects, known.aspects, 'the aspect');
  differ(asked.numbers, known.numbers, 'the number');
  differ(asked.quantifiers, known.quantifiers, 'how far it goes:');
  const words = [...othersIn(asked.roots, known.roots), ...othersIn(known.roots, asked.roots)];
  if (out.length === 0 && words.length > 0) out.push(`the words ${words.join(', ')} stand in one of the two`);
  if (asked.negated !== known.negated) out.push('one of the two is put in the negative');
  return out;
}

/** Roots that the other question has neither as such nor by a word of the same group. */
function othersIn(roots: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const groups = new Set([...other].flatMap(root => wordGroups(root)));
  return [...roots].filter(root => !other.has(root) && !wordGroups(root).some(group => groups.has(group)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
