// What a person at a terminal sees while waiting. In a pipe there is silence: only results and errors.

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** A line that is overwritten by the next one; nothing in a pipe. */
  progress(step: string, done: number, total: number | null): void;
  clear(): void;
}

const WIDTH = 24;

export function bar(done: number, total: number): string {
  const full = total > 0 ? Math.min(WIDTH, Math.round((done / total) * WIDTH)) : 0;
  return `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${done}/${total}`;
}

export function makeTerminal(
  stdout: NodeJS.WritableStream,
  stderr: NodeJS.WritableStream & { isTTY?: boolean },
): Terminal {
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\x1b[2K');
    shown = false;
  };
  return {
    out: text => {
      clear();
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    error: text => {
      clear();
      stderr.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    progress: (step, done, total) => {
      if (!stderr.isTTY) return;
      stderr.write(`\r\x1b[2K${step}${total === null ? '' : ` ${bar(done, total)}`}`);
      shown = true;
    },
    clear,
  };
}
