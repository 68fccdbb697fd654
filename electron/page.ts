// Serves the built renderer inside the app under vouch://app with the same strict policy as the local web host.
// A scheme of our own instead of file:// so that the page has an origin and can reach nothing else on the disk.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentPolicy, pageTypes } from '../contract/page.ts';

export const APP_SCHEME = 'vouch';
export const APP_ORIGIN = 'vouch://app';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function servePage(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async request => {
    const path = pathInside(folder, new URL(request.url).pathname);
    if (request.method !== 'GET' || path === null) return new Response('Nothing here.', { status: 404 });
    try {
      const nonce = randomBytes(16).toString('base64');
      const bytes = await readFile(path);
      const html = extname(path) === '.html';
      return new Response(
        html ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : new Uint8Array(bytes),
        {
          headers: {
            'Content-Type': pageTypes[extname(path)] ?? 'application/octet-stream',
            'Content-Security-Policy': contentPolicy(nonce),
            'X-Content-Type-Options': 'nosniff',
          },
        },
      );
    } catch {
      return new Response('Nothing here.', { status: 404 });
    }
  });
}

/** The file a page address means, or null when it points outside the folder. */
export function pathInside(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  return path.startsWith(normalize(folder) + sep) && !name.includes('\0') ? path : null;
}

/** Nothing may leave: every request that is not for our own page is cancelled before it is made. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const own = details.url.startsWith(`${APP_ORIGIN}/`) || /^(data|blob|devtools):/.test(details.url);
    answer({ cancel: !own });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}
