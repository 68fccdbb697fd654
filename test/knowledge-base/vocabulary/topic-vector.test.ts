import { describe, expect, it } from 'vitest';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { sameTopic, topicVector } from '../../../knowledge-base/vocabulary/topic-vector.ts';

const vector = (text: string) => [...topicVector(tokens(text))];

describe('the topic of a text', () => {
  it('is of unit length, the strongest control first', () => {
    const weights = vector('A thief took an unlocked laptop from the back seat of a car').map(([, w]) => w);
    expect(weights.length).toBeGreaterThan(3);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 10);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('does not depend on the texts read before it', () => {
    const first = vector('Backups are restored once a year');
    vector('Visitors wear a badge');
    expect(vector('Backups are restored once a year')).toEqual(first);
  });

  it('is empty for a text without a word of the field', () => {
    expect(vector('the of and')).toEqual([]);
  });

  it('is nearer to a text on the same matter than to one on another', () => {
    const asked = topicVector(tokens('How often do you test restoring backups?'));
    const same = topicVector(tokens('Restoration from backup is exercised every quarter'));
    const other = topicVector(tokens('Visitors sign in at reception and wear a badge'));
    expect(sameTopic(asked, same)).toBeGreaterThan(sameTopic(asked, other) + 0.2);
  });
});
