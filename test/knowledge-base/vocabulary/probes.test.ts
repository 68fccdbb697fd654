// Sentences of policies and of customers, written from knowledge of the field without a look at the wordings, with
// the control each is about and, where a wording once misled, the controls it must not be plainly about. The floors
// stand a little under what the vocabulary reaches: a mend that loses more than it gains shows here.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { controls, readControls } from '../../../knowledge-base/vocabulary/controls.ts';

/** The least weight of a control that a text is plainly about. */
const PLAIN = 0.8;

const probes = readFileSync(new URL('./probes.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => {
    const [text = '', control = '', not = ''] = line.split('\t');
    const weights = readControls(tokens(text)).weights;
    const plain = [...weights].filter(([, weight]) => weight >= PLAIN).map(([id]) => id);
    return { text, control, not: not.split(' ').filter(Boolean), plain };
  });

describe('sentences written without a look at the wordings', () => {
  it('number two hundred and fifty at least, each once, on controls that exist', () => {
    expect(probes.length).toBeGreaterThanOrEqual(250);
    expect(new Set(probes.map(({ text }) => text)).size).toBe(probes.length);
    expect(probes.flatMap(({ control, not }) => [control, ...not]).filter(id => !controls.has(id))).toEqual(
      [],
    );
  });

  it('are plainly about their control in more than nineteen of twenty', () => {
    const missed = probes.filter(({ control, plain }) => !plain.includes(control));
    expect(missed.length / probes.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(0.04);
  });

  it('are seldom plainly about another family as well', () => {
    const family = (id: string) => controls.get(id)?.family;
    const found = probes.flatMap(({ control, plain }) => plain.map(id => family(id) === family(control)));
    expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.89);
  });

  it('are not plainly about what once misled', () => {
    const misled = probes.flatMap(({ text, not, plain }) =>
      not.filter(id => plain.includes(id)).map(id => [text, id]),
    );
    expect(misled).toEqual([]);
  });
});
