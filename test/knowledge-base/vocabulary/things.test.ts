import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { aspects, spotAspects } from '../../../knowledge-base/vocabulary/aspects.ts';
import { categories, spotThings, things, withImplied } from '../../../knowledge-base/vocabulary/things.ts';

const named = (text: string) => spotThings(tokens(text));
const stems = (text: string) =>
  tokens(text)
    .map(token => token.stem)
    .join(' ');

describe('named things', () => {
  it('are found by every one of their aliases and by no other thing’s', () => {
    const wrong = [...things.values()].flatMap(thing =>
      thing.names.filter(name => [...named(`They run ${name} there.`)].join() !== thing.id),
    );
    expect(wrong).toEqual([]);
  });

  it('share no alias', () => {
    const owner = new Map<string, string>();
    for (const thing of things.values()) {
      for (const name of thing.names) {
        const key = stems(name);
        expect(key, `${thing.id}: ${name}`).not.toBe('');
        expect([name, owner.get(key) ?? thing.id]).toEqual([name, thing.id]);
        owner.set(key, thing.id);
      }
    }
  });

  it('stand in a category that exists and imply things that exist, never themselves', () => {
    for (const thing of things.values()) {
      expect(categories.has(thing.category), thing.id).toBe(true);
      for (const id of thing.implies ?? []) expect([id, things.has(id)]).toEqual([id, true]);
      expect(
        (thing.implies ?? []).some(id => withImplied([id]).has(thing.id)),
        thing.id,
      ).toBe(false);
    }
  });

  it('of one closed set exclude each other, save where one is a part of the other', () => {
    const parts = ['world-region', 'ai-model'];
    const both = [...things.values()].flatMap(thing =>
      [...withImplied([thing.id])]
        .filter(id => id !== thing.id && things.get(id)?.category === thing.category)
        .filter(() => categories.get(thing.category)?.closed === true && !parts.includes(thing.category))
        .map(id => `${thing.id} -> ${id}`),
    );
    expect(both).toEqual([]);
    expect([...withImplied(['european-union'])]).toContain('europe');
    expect([...withImplied(['europe'])]).not.toContain('european-union');
  });

  it('hold what is true with them', () => {
    expect([...withImplied(['soc-2-type-2'])]).toContain('soc-2');
    expect([...withImplied(named('We hold a SOC 2 Type II report.'))]).toEqual(['soc-2-type-2', 'soc-2']);
    expect([...withImplied(named('Data is stored in eu-west-1.'))]).toEqual(
      expect.arrayContaining(['aws', 'ireland']),
    );
  });

  it('are not found inside other words, nor in the pronoun “us”', () => {
    expect([...named('Please contact us about the goal of the agency.')]).toEqual([]);
  });
});

describe('versions', () => {
  const versions = (family: string) =>
    [...things.values()]
      .filter(thing => thing.family === family && thing.version)
      .map(thing => ({ id: thing.id, version: thing.version ?? [] }));
  const before = (a: readonly number[], b: readonly number[]): boolean => {
    for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
      if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
    }
    return false;
  };
  const oldestFirst = (family: string) =>
    versions(family)
      .sort((a, b) => (before(a.version, b.version) ? -1 : 1))
      .map(({ id }) => id);

  it('are stated with their family, and no two of a family are the same', () => {
    for (const thing of things.values())
      expect(thing.version === undefined, thing.id).toBe(thing.family === undefined);
    for (const family of new Set([...things.values()].flatMap(thing => thing.family ?? []))) {
      const said = versions(family).map(({ version }) => version.join('.'));
      expect(new Set(said).size, family).toBe(said.length);
    }
  });

  it('come in the order in which they were published', () => {
    const order = (family: string, ids: string[]) => oldestFirst(family).filter(id => ids.includes(id));
    const family = (id: string) => things.get(id)?.family ?? '';
    const tls = ['tls-1.0', 'tls-1.1', 'tls-1.2', 'tls-1.3'];
    expect(order(family('tls-1.2'), tls)).toEqual(tls);
    const [old, young] = ['ISO 27001:2013', 'ISO 27001:2022'].map(name => [...named(name)][0] ?? '');
    expect(old).not.toBe(young);
    expect(order(family(old ?? ''), [old ?? '', young ?? ''])).toEqual([old, young]);
  });
});

describe('what is asked of a control', () => {
  const asks = (text: string) => [...spotAspects(tokens(text), 'question')];

  it.each([
    ['frequency', 'How often are backups tested?'],
    ['period', 'How long are logs kept?'],
    ['frequency', '¿Con qué frecuencia se revisan los accesos?'],
  ])('%s: %s', (id, text) => {
    expect(asks(text)).toContain(id);
  });

  it('is found by every wording of the aspect, on the side it belongs to', () => {
    const missed = [...aspects.values()].flatMap(aspect =>
      (['question', 'evidence'] as const).flatMap(side =>
        aspect[side]
          .map(said => (Array.isArray(said) ? said.map(part => part.split('|')[0]).join(' ') : said))
          .filter(said => !spotAspects(tokens(said), side).has(aspect.id))
          .map(said => `${aspect.id} ${side}: ${said}`),
      ),
    );
    expect(missed).toEqual([]);
  });
});
