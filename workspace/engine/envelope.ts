// A call's outcome as an envelope: expected failures keep their code, anything else is a bug, told to the log in
// full and to the person in one sentence.
import type { Envelope } from '../../contract/host.ts';
import { AppError, type AppErrorShape } from '../../contract/outcome.ts';
import { asAppError } from '../../knowledge-base/store/open-store.ts';

export async function inEnvelope(
  act: () => unknown,
  { what, location, log }: { what: string; location: string; log: (text: string) => void },
): Promise<Envelope> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error: shapeOf(error, what, location, log) };
  }
}

export function shapeOf(
  thrown: unknown,
  what: string,
  location: string,
  log: (text: string) => void,
): AppErrorShape {
  const error = asAppError(thrown, location);
  if (error instanceof AppError) return error.shape();
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`${what}: ${told}`);
  return {
    code: 'internal',
    text: 'Something went wrong inside Vouch. Nothing you saved is lost; the details are in the log beside the workspace.',
    params: { what },
  };
}
