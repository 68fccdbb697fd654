// Picks the host this page runs in, once: Electron's preload when it has put `vouch` on the window, else the
// local web host that served the page. The rest of the renderer sees one `Host` and never asks which it is.
import type { Host } from '../../contract/host.ts';
import { fromPreload, type Preload } from './preload.ts';
import { webHost } from './web.ts';

declare global {
  interface Window {
    vouch?: Preload;
  }
}

export const host: Host = window.vouch ? fromPreload(window.vouch) : webHost();
