// Drops a file of this disk onto the page the way a browser does: the drag enters the page, and the drop lands
// on whatever the page then shows under the pointer.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright';

export async function dropFile(page: Page, path: string): Promise<void> {
  await page.evaluate(
    async ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const send = (kind: string) => {
        const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
        target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      };
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        send(kind);
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    },
    { name: basename(path), base64: readFileSync(path).toString('base64') },
  );
}
