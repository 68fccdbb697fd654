// Where the Node a person has is older, it starts the one that comes with Vouch; the two must end together, or the
// port and the workspace stay taken by a host nobody can see.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';

function olderNode(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin');
  const nodes = [...new Set(folders)].map(folder => join(folder, 'node')).filter(path => existsSync(path));
  const major = (node: string) => Number(/v(\d+)/.exec(execFileSync(node, ['--version']).toString())?.[1]);
  return nodes.find(node => major(node) < 24) ?? null;
}

const older = olderNode();

const answers = async (origin: string) => {
  try {
    await fetch(origin);
    return true;
  } catch {
    return false;
  }
};

it.skipIf(older === null).each(['SIGKILL', 'SIGTERM'] as const)(
  'leaves no host behind when the older Node is ended by %s (skipped where no Node before 24 is found)',
  async signal => {
    const workspace = join(mkdtempSync(join(tmpdir(), 'vouch-old-')), 'a.vouch');
    const child = spawn(older ?? '', ['bin/vouch.js', 'serve', '--no-open', '--workspace', workspace]);
    const origin = await new Promise<string>((resolve, reject) => {
      child.on('exit', code => reject(new Error(`The host ended with ${code} before it said where it is.`)));
      child.stdout.on('data', (text: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString());
        if (found) resolve(found[0]);
      });
    });
    expect(await answers(origin)).toBe(true);
    child.kill(signal);
    await expect.poll(() => answers(origin), { timeout: 15_000 }).toBe(false);
  },
);
