// One call at a time per questionnaire, so that versions never cross, and a note of how lately somebody worked:
// rows read while a deed is on its way may be older than what the desk shows.
const queues = new Map<string, Promise<unknown>>();
const deeds = new Map<string, Promise<unknown>>();
/** Deeds ever begun, deeds still on their way, and until when rows read from the host may be behind. */
let begun = 0;
let underWay = 0;
let busyUntil = 0;

/** Runs after the calls of this questionnaire that were asked for before it. */
export function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(id) ?? Promise.resolve();
  const run = before.then(async () => {
    busyUntil = Date.now() + 60_000;
    try {
      return await work();
    } finally {
      busyUntil = Date.now() + 600;
    }
  });
  queues.set(
    id,
    run.catch(() => undefined),
  );
  return run;
}

/**
 * Counts a deed from the key press until the host's rows are in place. The deeds of a questionnaire come in the order
 * of their keys: one that first waits for words to be saved is not overtaken by its own undo.
 */
export async function asDeed<T>(id: string, work: () => Promise<T>): Promise<T> {
  begun++;
  underWay++;
  const run = (deeds.get(id) ?? Promise.resolve()).then(work);
  deeds.set(
    id,
    run.catch(() => undefined),
  );
  try {
    return await run;
  } finally {
    underWay--;
  }
}

export const deedsBegun = () => begun;

/** Milliseconds until rows may be read without disturbing what is being done; 0 when now. */
export const untilQuiet = () =>
  underWay > 0 || Date.now() < busyUntil ? Math.max(200, busyUntil - Date.now() + 50) : 0;

/** True when the last call ended long enough ago for a row that was read to be taken as it is. */
export const settled = () => Date.now() > busyUntil - 500;
