// The headers of every answer: the page's policy, and what keeps other sites from framing or reading it.
import type { ServerResponse } from 'node:http';
import { contentPolicy } from '../../contract/page.ts';

export function setSafeHeaders(response: ServerResponse, nonce: string): void {
  response.setHeader('Content-Security-Policy', contentPolicy(nonce));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=(), serial=()');
  response.setHeader('Cache-Control', 'no-store');
}
