// Reads a request's body within a bound, so that no caller can fill the memory.
import type { IncomingMessage } from 'node:http';
import { AppError } from '../../contract/outcome.ts';

export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const said = Number(request.headers['content-length'] ?? 0);
  const tooLarge = () =>
    new AppError(
      'file-too-large',
      `The file is larger than ${Math.round(limit / 2 ** 20)} MB, the most Vouch takes.`,
      {
        bound: 'upload',
        limit,
      },
    );
  if (said > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('bad-input', 'The request is not JSON.', {}, cause);
  }
}
