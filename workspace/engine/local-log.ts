// The log beside the workspace file, for bugs only. It names what was called, never what was said in it.
import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

const MOST = 2 ** 20;

/** A line writer for this workspace; a workspace in memory has no log on the disk. */
export function localLog(location: string, now: () => Date): (text: string) => void {
  if (location === ':memory:') return () => {};
  const path = `${location}.log`;
  return text => {
    try {
      if (existsSync(path) && statSync(path).size > MOST) renameSync(path, `${path}.old`);
      appendFileSync(path, `${now().toISOString()} ${text}\n`);
    } catch {
      // A full or read-only disk must not turn a told error into a second one.
    }
  };
}
