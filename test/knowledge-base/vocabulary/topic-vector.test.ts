import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { controlIds } from '../../../knowledge-base/vocabulary/kin.ts';
import { sameTopic, topicVector } from '../../../knowledge-base/vocabulary/topic-vector.ts';

const vector = (text: string) => topicVector(tokens(text));

describe('the topic of a text', () => {
  it('is of unit length, its controls in order and the strongest of them named', () => {
    const { controls, weights, strongest } = vector('A thief took a laptop from the back seat of a car');
    expect(controls.length).toBeGreaterThan(3);
    expect(controls).toEqual([...controls].sort((a, b) => a - b));
    expect(Math.hypot(...weights)).toBeCloseTo(1, 10);
    const [most = -1] = controls.filter((_, i) => weights[i] === Math.max(...weights));
    expect(strongest).toHaveLength(8);
    expect(strongest[0]).toBe(controlIds[most]);
  });

  it('does not depend on the texts read before it', () => {
    const first = vector('Backups are restored once a year');
    vector('Visitors wear a badge');
    expect(vector('Backups are restored once a year')).toEqual(first);
  });

  it('is empty for a text without a word of the field', () => {
    expect(vector('the of and')).toEqual({ controls: [], weights: [], strongest: [] });
  });

  it('is nearer to a text on the same matter than to one on another', () => {
    const asked = topicVector(tokens('How often do you test restoring backups?'));
    const same = topicVector(tokens('Restoration from backup is exercised every quarter'));
    const other = topicVector(tokens('Visitors sign in at reception and wear a badge'));
    expect(sameTopic(asked, asked)).toBeCloseTo(1, 10);
    expect(sameTopic(asked, same)).toBeGreaterThan(sameTopic(asked, other) + 0.2);
  });
});
