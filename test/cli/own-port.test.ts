import { expect, it } from 'vitest';
import { ownPort } from '../../cli/web/own-port.ts';

it('gives a workspace the same port every time, below the ranges systems hand out', () => {
  const ports = Array.from({ length: 200 }, (_, n) => ownPort(`/home/ada/workspace-${n}.vouch`));
  expect(ports).toEqual(Array.from({ length: 200 }, (_, n) => ownPort(`/home/ada/workspace-${n}.vouch`)));
  expect(ports.every(port => Number.isInteger(port) && port >= 20_000 && port < 30_000)).toBe(true);
  // Two workspaces of one person rarely meet; when they do, the second takes a free port.
  expect(new Set(ports).size).toBeGreaterThan(190);
});
