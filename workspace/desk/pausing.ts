// Long loops of short steps: letting others in after every step would cost more than the steps, so the thread is
// handed over whenever it has been held for a while.
import type { Run } from './desk.ts';

/** Call it before each step; it breathes when `held` milliseconds have passed since it last did. */
export type Pause = () => Promise<void>;

const HELD = 20;

export function pausing(run: Pick<Run, 'breathe'>, held = HELD): Pause {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < held) return;
    await run.breathe();
    last = performance.now();
  };
}
