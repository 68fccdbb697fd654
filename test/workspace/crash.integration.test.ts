// Approved and typed work survives the hardest end a process can have, and no half-written file is left.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDocument } from '../../documents/registry.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function prepared(location: string): Promise<string> {
  const desk = openWorkspace({ location, host: 'web', actor: 'Ada Lovelace' });
  const bytes = new Uint8Array(readFileSync(join(root, 'test/fixtures/sample-questionnaire.xlsx')));
  const { file } = desk.putFile('sample.xlsx', bytes);
  const { questionnaire } = await desk.call('questionnaire.import', { file });
  desk.close();
  return questionnaire.id;
}

/** Runs the victim until it has said `lines` lines, waits a little longer, kills it, and gives what it had said. */
function runUntilKilled(words: string[], lines: number, later: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'test/workspace/edit-until-killed.ts');
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let told = '';
    let killed = false;
    child.stderr.on('data', chunk => {
      told += chunk;
    });
    child.stdout.on('data', chunk => {
      said += chunk;
      if (killed || said.split('\n').length <= lines) return;
      killed = true;
      setTimeout(() => child.kill('SIGKILL'), later);
    });
    child.on('close', () => (killed ? resolve(said.split('\n').slice(0, -1)) : reject(new Error(told))));
  });
}

it.each([
  ['while typing', 10, 3],
  ['around an export', 24, 40],
  ['after two rounds', 49, 7],
])('loses nothing when killed %s', async (_when, lines, later) => {
  const location = join(folder, 'a.vouch');
  const out = join(folder, 'out', 'answered.xlsx');
  const id = await prepared(location);
  const said = await runUntilKilled([location, id, out], lines, later);

  const saved = new Map<string, string>();
  let exported = 0;
  for (const line of said) {
    const {
      question,
      text,
      exported: round,
    } = JSON.parse(line) as { question?: string; text?: string; exported?: number };
    if (question !== undefined && text !== undefined) saved.set(question, text);
    exported = round ?? exported;
  }
  expect(saved.size).toBeGreaterThan(5);

  const desk = openWorkspace({ location, host: 'web', actor: 'Ada Lovelace' });
  const { rows } = await desk.call('questionnaire.get', { id });
  const rounds = (text: string) => Number(/^Typed (\d+) /.exec(text)?.[1] ?? 0);
  for (const row of rows) {
    const text = saved.get(row.questionId);
    // What came after the last word it could still say may be there too; older than said it must not be.
    if (text !== undefined) expect(rounds(row.answer)).toBeGreaterThanOrEqual(rounds(text));
    if (text === row.answer) expect(row.state).toBe('approved');
  }
  const { entries } = await desk.call('activity.list', { questionnaire: id, limit: 500 });
  const approvals = entries.filter(entry => entry.action === 'answer.approved').length;
  expect(approvals).toBeGreaterThanOrEqual(said.filter(line => line.includes('question')).length);
  const { receipt } = await desk.call('export.make', { id, includeDrafts: false });
  expect(receipt.holds).toBe(true);
  desk.close();

  if (exported > 0) expect(existsSync(out)).toBe(true);
  const files = existsSync(join(folder, 'out'))
    ? readdirSync(join(folder, 'out')).filter(name => name.endsWith('.xlsx'))
    : [];
  for (const name of files) {
    const read = await readDocument(new Uint8Array(readFileSync(join(folder, 'out', name))), name);
    expect(read.ok, `${name} is whole`).toBe(true);
  }
});
