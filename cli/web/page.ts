// The built renderer, read into memory once: a fixed list of files, so that no path of a request ever reaches
// the disk.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { AppError } from '../../contract/outcome.ts';
import { pageTypes } from '../../contract/page.ts';

export interface PageFile {
  type: string;
  bytes: Buffer;
}

/** Files of the built renderer by address path ("/assets/index-….js"). Throws an AppError when it was not built. */
export function loadPage(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  const walk = (directory: string): void => {
    for (const name of readdirSync(directory)) {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) walk(path);
      else
        files.set(`/${relative(folder, path).split(sep).join('/')}`, {
          type: pageTypes[extname(name)] ?? 'application/octet-stream',
          bytes: readFileSync(path),
        });
    }
  };
  try {
    walk(folder);
  } catch (cause) {
    throw new AppError('io', 'The app has not been built yet. Run "npm run build" first.', { folder }, cause);
  }
  return files;
}

/** The page with this load's nonce in the place the renderer reads it from. */
export function pageWithNonce(index: PageFile): { html: string; nonce: string } {
  const nonce = randomBytes(16).toString('base64');
  return { html: index.bytes.toString('utf8').replaceAll('__NONCE__', nonce), nonce };
}
