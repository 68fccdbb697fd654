// A comparison of packages that shares no code with the product (../shared/eval/ooxml_same.py), over many pairs
// in one Python process.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { independentCheck } from './corpus.ts';

const driver = `
import contextlib, io, json, runpy, sys
script, *paths = sys.argv[1:]
for original, filled in zip(paths[::2], paths[1::2]):
    out = io.StringIO()
    sys.argv = [script, original, filled]
    try:
        with contextlib.redirect_stdout(out):
            runpy.run_path(script, run_name='__main__')
        code = 0
    except SystemExit as stop:
        code = stop.code or 0
    except Exception as error:
        code, out = 2, io.StringIO(repr(error))
    print(json.dumps([code, out.getvalue()]))
`;

/** For each pair of paths: null when only answer cells differ, else what the checker says. Undefined without it. */
export function checkIndependently(
  pairs: readonly (readonly [string, string])[],
): (string | null)[] | undefined {
  if (!existsSync(independentCheck)) return undefined;
  const run = spawnSync('python3', ['-c', driver, independentCheck, ...pairs.flat()], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (run.error) return undefined;
  const lines = run.stdout.trim().split('\n').filter(Boolean);
  if (lines.length !== pairs.length) throw new Error(`The checker stopped early: ${run.stderr}`);
  return lines.map(line => {
    const [code, text] = JSON.parse(line) as [number, string];
    return code === 0 ? null : text;
  });
}
