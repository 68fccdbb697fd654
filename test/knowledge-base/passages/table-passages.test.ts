import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './read-policy.ts';

describe('passages of a table', () => {
  it('are its rows with the column headers and the words above the table, the header row is none', async () => {
    const passages = await passagesOf(
      'sla.md',
      '# Service levels\n\nFindings are fixed in time:\n\n| Severity | Fixed within |\n| --- | --- |\n| Critical | 7 days |\n| High | 30 days |\n',
    );
    const rows = passages.filter(passage => passage.kind === 'row');
    expect(rows.map(row => row.text)).toEqual(['Critical | 7 days', 'High | 30 days']);
    for (const row of rows) {
      expect(row.context).toEqual(['Findings are fixed in time:', 'Severity | Fixed within']);
      expect(row.heading).toEqual(['Service levels']);
    }
    expect(rows.map(row => row.at)).toEqual([
      { line: 7, to: 7 },
      { line: 8, to: 8 },
    ]);
  });

  it('does not hang on the lead-in of a list that stands before it, but on the bullet that opens it', async () => {
    const table = (indent: string) =>
      `${indent}| Data | Kept |\n${indent}| --- | --- |\n${indent}| Logs | 13 months |\n`;
    const context = async (file: string) =>
      (await passagesOf('a.md', file)).find(passage => passage.kind === 'row')?.context;
    expect(await context(`We never:\n\n- share keys\n\n${table('')}`)).toEqual(['Data | Kept']);
    expect(await context(`We keep:\n\n- data as stated:\n\n${table('  ')}`)).toEqual([
      'We keep:',
      'data as stated:',
      'Data | Kept',
    ]);
  });

  it('of questions and answers are the answers, each under its question', async () => {
    const csv =
      'No,Question,Answer\n1,Is data encrypted?,Yes. AES-256 is used.\n2,Do you scan?,\n3,Where?,"Cork, Ireland"\n';
    const passages = await passagesOf('past.csv', strToU8(csv));
    expect(passages.map(({ kind, text, context, at }) => ({ kind, text, context, at }))).toEqual([
      {
        kind: 'answer',
        text: 'Yes. AES-256 is used.',
        context: ['Is data encrypted?'],
        at: { row: 2, column: 3 },
      },
      { kind: 'answer', text: 'Cork, Ireland', context: ['Where?'], at: { row: 4, column: 3 } },
    ]);
  });

  it('part a cell of running prose into sentences, with the rest of its row beside them', async () => {
    const prose =
      'Backups are written every night and copied to a second region within the hour. They are encrypted before they leave. Restores are rehearsed each spring by the platform team.';
    const passages = await passagesOf(
      't.md',
      `| Topic | What we do |\n| --- | --- |\n| Backups | ${prose} |\n| Keys | In a vault |\n`,
    );
    expect(passages.map(passage => passage.text)).toEqual([
      'Backups are written every night and copied to a second region within the hour.',
      'They are encrypted before they leave.',
      'Restores are rehearsed each spring by the platform team.',
      'Keys | In a vault',
    ]);
    for (const passage of passages.slice(0, 3)) expect(passage.context).toContain('Backups');
  });
});
