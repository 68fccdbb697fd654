// The port of a workspace: always the same one, because a browser keeps what was typed but not yet saved per
// host and port. After a crash the page finds it again only when the host comes back where it was.
import { createHash } from 'node:crypto';

const lowest = 20_000;
const ports = 10_000;

/** A port from 20000 to 29999, below the ranges that systems hand out by themselves. */
export function ownPort(location: string): number {
  return lowest + (createHash('sha256').update(location).digest().readUInt32BE(0) % ports);
}
