// Runs the layering rules and proves that they were applied: a dependency checker that could not parse a file
// reports no breach, so the number of modules and of edges it saw is asserted room by room.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const rooms = ['contract', 'documents', 'knowledge-base', 'workspace', 'electron', 'cli', 'renderer'];

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map(file => join(folder, file));

interface Report {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

const result = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ...rooms,
    'bin',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ],
  { encoding: 'utf8', maxBuffer: 256 * 2 ** 20 },
);
if (!result.stdout) {
  process.stderr.write(`The dependency checker printed nothing.\n${result.stderr}\n`);
  process.exit(1);
}
const report = JSON.parse(result.stdout) as Report;
const seen = new Map(report.modules.map(module => [module.source, module.dependencies.length]));
const problems = report.summary.violations.map(
  breach => `${breach.rule.name}: ${breach.from} -> ${breach.to}`,
);

for (const room of rooms) {
  const files = sources(room).map(file => file.split('\\').join('/'));
  const missed = files.filter(file => !seen.has(file));
  const edges = files.reduce((sum, file) => sum + (seen.get(file) ?? 0), 0);
  if (missed.length > 0)
    problems.push(`${room}: not looked at: ${missed.slice(0, 5).join(', ')} (${missed.length})`);
  if (files.length > 3 && edges === 0) problems.push(`${room}: no import seen in ${files.length} files`);
  process.stdout.write(`${room}: ${files.length} modules, ${edges} imports\n`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(problems.length === 0 ? 'Layering holds.\n' : `${problems.length} breaches.\n`);
process.exit(problems.length === 0 ? 0 : 1);
