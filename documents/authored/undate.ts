// The libraries that write our workbooks and Word files put the hour of writing into them: in the zip's headers
// (to two seconds) and in docProps/core.xml. The same answers are to make the same file, so both come out again.
import { defaultLimits, startBudget } from '../limits.ts';
import { viewOf } from '../zip/directory.ts';
import { openZip } from '../zip/open.ts';
import { rewriteZip } from '../zip/rewrite.ts';

/** 1 January 1980, 00:00: the first moment a zip can name (APPNOTE 4.4.6). As time, then date. */
const noTime = 0;
const firstDay = 0x21;

/** The package without any date: every entry's is the zip format's first day, the core properties have none. */
export function undate(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes, startBudget(defaultLimits));
  const core = zip.find('docProps/core.xml');
  if (!core) throw new Error('the library wrote a package without docProps/core.xml');
  const words = new TextDecoder().decode(zip.read(core));
  const undated = words.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, '');
  const fresh = rewriteZip(zip, new Map([[core, new TextEncoder().encode(undated)]]));
  const view = viewOf(fresh);
  for (const { header, central } of openZip(fresh, startBudget(defaultLimits)).entries) {
    view.setUint16(header.start + 10, noTime, true);
    view.setUint16(header.start + 12, firstDay, true);
    view.setUint16(central.start + 12, noTime, true);
    view.setUint16(central.start + 14, firstDay, true);
  }
  return fresh;
}
