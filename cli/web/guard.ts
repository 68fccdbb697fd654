// Who may talk to the local web host: only the page this host served, in the browser that was given the
// one-time token. Other pages in the same browser, other names for this machine (DNS rebinding) and other
// programs without the cookie are turned away before anything is read.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Door {
  /** `http://127.0.0.1:PORT`, the only origin served. */
  readonly origin: string;
  /** A fresh one-time link; using it makes the cookie. Only the newest link works. */
  link(): string;
  /** Trades the token of a link for a Set-Cookie value; null when it is wrong, old or used. */
  redeem(token: string): string | null;
  /** Null when the request may pass, else the status and sentence to answer with. */
  refuse(request: IncomingMessage): { status: number; text: string } | null;
  /** As `refuse`, for the first page load, which has no cookie yet: name of the host and kind of request only. */
  refuseStranger(request: IncomingMessage): { status: number; text: string } | null;
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

export function makeDoor(port: number): Door {
  const origin = `http://127.0.0.1:${port}`;
  // Cookies ignore ports, so the port is part of the name: two hosts must not overwrite each other's.
  const cookieName = `vouch_${port}`;
  const session = randomBytes(32).toString('base64url');
  let token: string | null = null;

  const hasCookie = (request: IncomingMessage): boolean =>
    (request.headers.cookie ?? '').split(';').some(pair => {
      const [name, value] = pair.trim().split('=');
      return name === cookieName && value !== undefined && same(value, session);
    });

  const refuseStranger: Door['refuseStranger'] = request => {
    if (request.headers.host !== `127.0.0.1:${port}`)
      return { status: 421, text: `This address answers only as ${origin}.` };
    const site = request.headers['sec-fetch-site'];
    const page = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !page)
      return { status: 403, text: 'Other pages may not call Vouch.' };
    if (request.headers.origin !== undefined && request.headers.origin !== origin)
      return { status: 403, text: 'Other pages may not call Vouch.' };
    return null;
  };

  return {
    origin,
    link() {
      token = randomBytes(32).toString('base64url');
      return `${origin}/?token=${token}`;
    },
    redeem(given) {
      if (token === null || !same(given, token)) return null;
      token = null;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    refuseStranger,
    refuse(request) {
      const stranger = refuseStranger(request);
      if (stranger) return stranger;
      if (!hasCookie(request))
        return {
          status: 401,
          text: 'Open the link that "vouch serve" printed; it lets this browser in once.',
        };
      // A write must come from our own page: browsers always send Origin with POST.
      if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers.origin !== origin)
        return { status: 403, text: 'Other pages may not call Vouch.' };
      return null;
    },
  };
}
