// A policy's id comes from its scope and name: the same file imported again, or removed and brought back, is the
// same document to every answer that quotes it.
import { createHash } from 'node:crypto';

export function documentIdOf(scope: string, name: string): string {
  const said = `${scope.normalize('NFC')}\u0000${name.normalize('NFC')}`;
  return `policy-${createHash('sha256').update(said).digest('hex').slice(0, 16)}`;
}
