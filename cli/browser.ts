// Opens a link in the person's own browser.
import { spawn } from 'node:child_process';

/** True when a program to open it with could be started. */
export function openBrowser(link: string): Promise<boolean> {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open', link]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', link]
        : ['xdg-open', link];
  return new Promise(resolve => {
    const child = spawn(command ?? '', words, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
