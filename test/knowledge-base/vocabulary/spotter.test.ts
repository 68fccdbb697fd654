import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { makeSpotter, type Wording } from '../../../knowledge-base/vocabulary/spotter.ts';

const wordings: Wording[] = [
  { id: 'keys', text: 'encryption key', weight: 1 },
  { id: 'leavers', text: 'remove|revoke access|third-party leaver', weight: 0.9, near: true },
];
const spotter = makeSpotter(wordings);
const found = (text: string) => spotter(tokens(text)).map(({ id, from, to }) => [id, from, to]);

describe('finding wordings in a text', () => {
  it('finds a phrase in every inflection and says where it stands', () => {
    expect(found('We store encryption keys apart')).toEqual([['keys', 2, 4]]);
  });

  it('finds near wordings in any order, in any of their alternatives', () => {
    expect(found('The access of a leaver is revoked')).toEqual([['leavers', 1, 7]]);
    expect(found('Leavers: we remove them from third-party tools')).toEqual([['leavers', 0, 7]]);
  });

  it('wants every part of a near wording, close by', () => {
    expect(found('The access of a colleague is revoked')).toEqual([]);
    expect(
      found('Access is logged. In the month after the last day a leaver, whoever it is, is revoked'),
    ).toEqual([]);
  });

  it('weighs a near wording by the words that met each part of it', () => {
    const firmness = (met: readonly (readonly { word: string }[])[]) =>
      met.flat().some(({ word }) => word === 'third') ? 1 : 0.5;
    const weigh = (text: string) =>
      makeSpotter(wordings, firmness)(tokens(text)).map(({ id, weight }) => [id, weight]);
    expect(weigh('Revoke third-party tools of a leaver')).toEqual([['leavers', 0.9]]);
    expect(weigh('Revoke access of a leaver')).toEqual([['leavers', 0.45]]);
    expect(weigh('An encryption key')).toEqual([['keys', 1]]);
  });

  it('takes no word for two parts and nothing over from the text before', () => {
    const twice = makeSpotter([{ id: 'pair', text: 'backup backup|copy', weight: 1, near: true }]);
    const pairs = (text: string) => twice(tokens(text)).length;
    expect(pairs('a backup')).toBe(0);
    expect(pairs('a backup and its copy')).toBeGreaterThan(0);
    expect(pairs('a backup')).toBe(0);
  });
});
