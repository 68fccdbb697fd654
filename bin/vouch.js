#!/usr/bin/env node
// Starts the command line. Vouch's sources are TypeScript that Node 24 runs as they are; where the Node that
// started this file is older, the Node 24 that comes with the dev dependencies takes over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  // Started by the older Node below: when that one is gone, however it went, this one must not stay behind with the
  // port and the workspace.
  if (process.channel) {
    process.on('disconnect', () => process.exit(1));
    process.channel.unref();
  }
  const { main } = await import('../cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const windows = process.platform === 'win32';
  const newer = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(newer)) {
    process.stderr.write(
      `Vouch needs Node 24 or newer; this is ${process.version}. Run "npm ci" in ${root} first.\n`,
    );
    process.exit(1);
  }
  const child = spawn(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
}
