// The command line as a shell sees it: exit codes, what stands on which stream, and what is left on the disk.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, expect, it } from 'vitest';
import { readDocument } from '../../documents/registry.ts';
import { buildPdf } from '../support/build-pdf.ts';

const bin = resolve('bin/vouch.js');
const sample = resolve('test/fixtures/sample-questionnaire.xlsx');
const policies = resolve('knowledge-base/policies/zapro');
const odd = resolve('../shared/corpus/odd');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-cli-'));
});

function vouch(words: string[], input?: string) {
  const env = { ...process.env, XDG_DATA_HOME: join(folder, 'data') };
  const run = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8', env, input });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

async function texts(path: string): Promise<string[]> {
  const read = await readDocument(new Uint8Array(readFileSync(path)), path);
  if (!read.ok) throw new Error(read.error.text);
  return read.value.grids.flatMap(grid => grid.cells.map(cell => cell.text));
}

it('teaches: help for every command, exit 0; nothing at all is wrong usage', () => {
  expect(vouch([]).code).toBe(2);
  expect(vouch(['--help'])).toMatchObject({ code: 0, error: '' });
  for (const command of ['answer', 'inspect', 'ask', 'policies', 'library', 'serve']) {
    const { code, out } = vouch([command, '--help']);
    expect(code, command).toBe(0);
    expect(out, command).toContain(`vouch ${command}`);
  }
  expect(vouch(['--version']).out).toMatch(/^vouch \d+\.\d+\.\d+\n$/);
});

it('calls wrong usage wrong usage, in one sentence, on stderr, with exit code 2', () => {
  for (const words of [
    ['fill'],
    ['answer'],
    ['answer', 'a', 'b'],
    ['inspect', 'x', '--out', 'y'],
    ['ask'],
    ['ask', '--polices', 'p', 'q'],
  ]) {
    const { code, out, error } = vouch(words);
    expect(code, words.join(' ')).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(/--help" shows how it is used\.\n$/);
  }
});

it('answers the sample into a new file, leaves the original alone, and is silent in a pipe', async () => {
  const before = readFileSync(sample);
  const words = [
    'answer',
    sample,
    '--policies',
    `zapro=${policies}`,
    '--scope',
    'zapro',
    '--include-drafts',
    '--out',
    'a.xlsx',
    '--report',
    'r.json',
  ];
  const { code, out, error } = vouch(words);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(/^24 questions: \d+ answered(?: \(\d+ of them in part\))?, \d+ not stated/);
  expect(readFileSync(sample).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'r.json']);
  const report = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
  expect(report).toMatchObject({
    file: 'sample-questionnaire.xlsx',
    out: 'a.xlsx',
    questions: 24,
    receipt: { holds: true },
  });
  const backups = report.items.find((item: { ref: string }) => item.ref === 'BC-1');
  expect(backups.answer).toContain('Encrypted backups are made every day');
  expect(backups.citations[0]).toMatchObject({ document: 'continuity-and-recovery.md' });
  expect(await texts(join(folder, 'a.xlsx'))).toContain(backups.answer);
  const silent = report.items.find((item: { ref: string }) => item.ref === 'BC-3');
  expect(silent).toMatchObject({ answer: '', choice: null, outcome: 'not-stated', written: false });
});

it('gives the same bytes on every run', () => {
  for (const name of ['1.xlsx', '2.xlsx'])
    vouch([
      'answer',
      sample,
      '--policies',
      policies,
      '--include-drafts',
      '--out',
      name,
      '--report',
      `${name}.json`,
    ]);
  expect(readFileSync(join(folder, '1.xlsx')).equals(readFileSync(join(folder, '2.xlsx')))).toBe(true);
  const report = (name: string) => ({
    ...JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')),
    out: '',
  });
  expect(report('1.xlsx')).toEqual(report('2.xlsx'));
});

it('writes nothing nobody approved unless drafts are asked for, and says so', () => {
  const { code, out } = vouch(['answer', sample, '--policies', policies, '--out', 'a.xlsx']);
  expect(code).toBe(0);
  expect(out).toContain('0 cells written');
  expect(out).toContain('--include-drafts');
  expect(readFileSync(join(folder, 'a.xlsx')).equals(readFileSync(sample))).toBe(true);
});

it('refuses to write over the original, and over an earlier answer it was not told to replace', () => {
  cpSync(sample, join(folder, 'q.xlsx'));
  const over = vouch(['answer', 'q.xlsx', '--policies', policies, '--out', './q.xlsx']);
  expect(over).toMatchObject({ code: 1, out: '' });
  expect(over.error).toContain('names the original file');
  expect(vouch(['answer', 'q.xlsx', '--policies', policies]).code).toBe(0);
  const again = vouch(['answer', 'q.xlsx', '--policies', policies]);
  expect(again.code).toBe(1);
  expect(again.error).toContain('q-answered.xlsx is there already');
  expect(readFileSync(join(folder, 'q.xlsx')).equals(readFileSync(sample))).toBe(true);
});

const bad: [string, string, () => Promise<Uint8Array | string>, RegExp][] = [
  ['a truncated workbook', 'cut.xlsx', async () => readFileSync(sample).subarray(0, 5000), /cut\.xlsx/],
  ['an empty file', 'empty.xlsx', async () => '', /empty/i],
  [
    'an old binary workbook',
    'old.xls',
    async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]),
    /\.xls/,
  ],
  [
    'a workbook without questions',
    'list.xlsx',
    async () => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('Prices');
      for (let row = 0; row < 20; row++) sheet.addRow([row, row * 1.5]);
      return new Uint8Array(await book.xlsx.writeBuffer());
    },
    /question/,
  ],
];

it.each(bad)('says what is wrong with %s, exit 1, nothing written', async (_what, name, make, words) => {
  writeFileSync(join(folder, name), await make());
  const { code, out, error } = vouch([
    'answer',
    name,
    '--policies',
    policies,
    '--include-drafts',
    '--out',
    'out/a.xlsx',
    '--report',
    'out/r.json',
  ]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(words);
  expect(error).not.toMatch(/\bat \w+.*:\d+:\d+/);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it.skipIf(!existsSync(odd))('names encryption and what to do about it (needs ../shared/corpus)', () => {
  const { code, error } = vouch(['inspect', join(odd, 'poi_poifs__protected_sha512.xlsx')]);
  expect(code).toBe(1);
  expect(error).toMatch(/password|encrypt/i);
});

it('takes the good files of a policy folder and tells of the broken one', () => {
  cpSync(policies, join(folder, 'policies'), { recursive: true });
  writeFileSync(join(folder, 'policies', 'broken.docx'), 'PK\u0003\u0004 not really');
  const { code, error, out } = vouch([
    'ask',
    'Is MFA required for all accounts?',
    '--policies',
    'policies',
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out).abstain).toBe(false);
  const added = vouch(['policies', 'add', 'acme=policies', '--workspace', 'w.vouch']);
  expect(added.code).toBe(0);
  expect(added.error).toContain('broken.docx');
  expect(added.out).toContain('access-control.md [acme]: 5 passages');
  expect(error).not.toContain('at ');
});

it('answers JSONL in order, by the scope each line names', () => {
  const lines = [
    { id: 7, question: 'How often are backups made?', company: 'zapro' },
    { id: 'b', question: 'How often are backups made?', company: 'zuplo' },
    { id: 'c', question: 'What is the colour of the carpet in the lobby?', company: 'zapro' },
  ];
  writeFileSync(join(folder, 'q.jsonl'), lines.map(line => JSON.stringify(line)).join('\n'));
  const zuplo = resolve('knowledge-base/policies/zuplo');
  const { code, error } = vouch([
    'ask',
    '--questions',
    'q.jsonl',
    '--scope-field',
    'company',
    '--policies',
    `zapro=${policies}`,
    '--policies',
    `zuplo=${zuplo}`,
    '--out',
    'a.jsonl',
  ]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const answers = readFileSync(join(folder, 'a.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(answers.map(answer => answer.id)).toEqual(['7', 'b', 'c']);
  expect(answers[0].passages[0]).toContain('every day');
  expect(answers[1].passages.slice(0, 2).join()).toContain('6 hours');
  expect(answers[2]).toMatchObject({ abstain: true, polarity: 'unknown', answer: '', citations: [] });
  expect(answers[2].reason).not.toBeNull();
});

it('names the line of the questions that is wrong', () => {
  const asked = (text: string) => vouch(['ask', '--questions', '-', '--policies', policies], text);
  expect(asked('{"id":1,"question":"a?"}\n{').error).toContain('Line 2 of the questions is not JSON');
  expect(asked('{"id":1}').error).toContain('Line 1 of the questions needs "id" and "question"');
  expect(asked('{"id":1,"question":"a?"}\n{"id":"1","question":"b?"}').error).toContain('repeats the id "1"');
});

it('keeps a library: imports pairs, exports them as a workbook and as CSV', async () => {
  writeFileSync(
    join(folder, 'pairs.csv'),
    'Question,Answer\n"Do you encrypt backups?","Yes, with AES-256."\n"Who is your auditor?","=cmd|calc"\n',
  );
  const imported = vouch(['library', 'import', 'pairs.csv', '--workspace', 'w.vouch']);
  expect(imported).toMatchObject({ code: 0, error: '' });
  expect(imported.out).toContain('2 added');
  expect(vouch(['library', 'import', 'pairs.csv', '--workspace', 'w.vouch']).out).toContain('0 added');
  expect(vouch(['library', 'export', 'lib.xlsx', '--workspace', 'w.vouch']).code).toBe(0);
  expect(await texts(join(folder, 'lib.xlsx'))).toEqual(
    expect.arrayContaining(['Do you encrypt backups?', 'Yes, with AES-256.']),
  );
  expect(vouch(['library', 'export', 'lib.csv', '--workspace', 'w.vouch']).code).toBe(0);
  expect(readFileSync(join(folder, 'lib.csv'), 'utf8')).toContain('Yes, with AES-256.');
  expect(vouch(['library', 'export', 'lib.pdf', '--workspace', 'w.vouch']).code).toBe(2);
  expect(vouch(['library', 'export', 'lib.csv', '--workspace', 'none.vouch']).error).toContain(
    'There is no workspace at',
  );
});

it('does not make a workspace by looking for one', () => {
  mkdirSync(join(folder, 'here'));
  expect(vouch(['policies', 'list', '--workspace', 'here/none.vouch']).code).toBe(1);
  expect(readdirSync(join(folder, 'here'))).toEqual([]);
  expect(vouch(['ask', 'anything']).error).toContain('--policies PATH, or --workspace FILE');
});

it('writes the answers beside a PDF that has no room for them, numbered as the customer does', async () => {
  const form = await buildPdf(pen => {
    pen.text('Vendor security', 60, 80, { size: 16, bold: true });
    pen.table(
      [
        ['No.', 'Question'],
        ['1.1', 'Are backups encrypted?'],
        ['1.2', 'Is multi-factor authentication required?'],
        ['1.3', 'Do you have a whistleblowing hotline in Peru?'],
      ],
      60,
      120,
      [50, 420],
      16,
    );
  });
  writeFileSync(join(folder, 'form.pdf'), form);
  const words = ['answer', 'form.pdf', '--policies', policies, '--include-drafts', '--report', 'r.json'];
  const { code, out } = vouch([...words, '--out', 'a.pdf']);
  expect(code).toBe(0);
  expect(out).toContain('a-response.docx and a-response.pdf');
  const report = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
  expect(report.companions).toEqual(['a-response.docx', 'a-response.pdf']);
  for (const name of report.companions) {
    const read = await readDocument(new Uint8Array(readFileSync(join(folder, name))), name);
    const said = JSON.stringify(read.ok && read.value.blocks);
    for (const part of ['1.1', 'Are backups encrypted?', '1.2', 'Is multi-factor authentication required?'])
      expect(said).toContain(part);
    expect(said).toContain(report.items[0].answer.slice(0, 20));
    expect(said).toContain('No answer given.');
  }
  // A second run may not replace what somebody has corrected meanwhile.
  expect(vouch([...words, '--out', 'a.pdf']).out).toContain('a-response-2.docx');
});
