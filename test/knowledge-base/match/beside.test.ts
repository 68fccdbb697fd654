// What a question says beside what it asks.
import { expect, test } from 'vitest';
import { besideThePoint } from '../../../knowledge-base/match/beside.ts';

const split = (text: string) => {
  const beside = besideThePoint(text);
  return [...text].map((letter, i) => (beside(i) ? letter : '')).join('');
};

test.each([
  [
    'Are networks protected by a firewall to ensure compliance with the law?',
    'to ensure compliance with the law?',
  ],
  [
    'Do you run penetration tests regularly as prescribed by industry best practices?',
    'as prescribed by industry best practices?',
  ],
  ['Pursuant to local law, are all candidates subject to background checks?', 'Pursuant to local law'],
  ['Are backups encrypted?', ''],
  ['Do you comply in line with ISO 27001?', ''],
])('%s', (text, beside) => expect(split(text)).toBe(beside));
