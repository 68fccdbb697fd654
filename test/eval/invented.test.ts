// The invented companies are all of this repository, so their labels can be checked anywhere: every quotation stands
// in the policies, halves follow from the ids, and nothing without evidence is called answerable.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { halfOf } from './halves.ts';
import { refer } from './reference.ts';
import { labelledRow } from './table-row.ts';

const here = join(import.meta.dirname, 'invented');
const sets = readdirSync(here).filter(name => name.endsWith('.jsonl'));

interface Line {
  id: string;
  half: string;
  answerable: string;
  polarity: string;
  evidence: string[];
}

test.each(sets)('%s', name => {
  const folder = join(here, name.replace('.jsonl', ''));
  const files = readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const rows = new Set(
    files.flatMap(([file, text]) =>
      text
        .split('\n')
        .map(line => (line.startsWith('|') ? labelledRow(folder, refer(folder, file, line)) : '')),
    ),
  );
  const lines = readFileSync(join(here, name), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line);
  expect(lines.length).toBe(120);
  expect(new Set(lines.map(line => line.id)).size).toBe(lines.length);
  for (const line of lines) {
    expect(line.half, line.id).toBe(halfOf(line.id));
    expect(line.evidence.length > 0, line.id).toBe(line.answerable !== 'no');
    if (line.answerable === 'no') expect(['unknown', 'na'], line.id).toContain(line.polarity);
    for (const quote of line.evidence)
      expect(rows.has(quote) || files.some(([, text]) => text.includes(quote)), `${line.id}: ${quote}`).toBe(
        true,
      );
  }
});
