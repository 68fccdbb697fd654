// A word processing package opened: its main part as text and tree, and the parts that say how it looks.
import { AppError } from '../../contract/outcome.ts';
import type { Budget } from '../limits.ts';
import { relationshipsOf } from '../opc/relationships.ts';
import { decodeXml, type XmlText } from '../xml/encoding.ts';
import { readXml } from '../xml/sax.ts';
import { parseTree, type XmlElement } from '../xml/tree.ts';
import type { ZipEntry } from '../zip/entry.ts';
import { openZip, type Zip } from '../zip/open.ts';
import { child } from './element.ts';

export interface Part {
  entry: ZipEntry;
  decoded: XmlText;
  text: string;
  root: XmlElement;
}

export interface Docx {
  zip: Zip;
  main: Part;
  body: XmlElement;
  styles: Part | null;
  numbering: Part | null;
  settings: Part | null;
  /** Core properties part, for the title. */
  core: Part | null;
}

/** Throws `file-unreadable` when there is no readable main part, and what the zip and XML readers throw. */
export function openDocx(bytes: Uint8Array, budget: Budget): Docx {
  const zip = openZip(bytes, budget);
  const roots = relationshipsOf(zip, '', budget);
  const mainName = roots.find(one => one.type === 'officeDocument')?.target ?? 'word/document.xml';
  const main = partOf(zip, mainName, budget) ?? partOf(zip, 'word/document.xml', budget);
  const body = main ? child(main.root, 'body') : undefined;
  if (!main || !body)
    throw new AppError(
      'file-unreadable',
      'The document has no readable text part. Open it in Word or LibreOffice and save it again.',
    );
  const related = relationshipsOf(zip, main.entry.name, budget);
  const find = (type: string) => {
    const target = related.find(one => one.type === type && !one.external)?.target;
    return target === undefined ? null : looks(zip, target, budget);
  };
  const coreName = roots.find(one => one.type === 'core-properties')?.target;
  return {
    zip,
    main,
    body,
    styles: find('styles'),
    numbering: find('numbering'),
    settings: find('settings'),
    core: coreName === undefined ? null : looks(zip, coreName, budget),
  };
}

function partOf(zip: Zip, name: string, budget: Budget): Part | null {
  const entry = zip.find(name);
  if (!entry) return null;
  const decoded = decodeXml(zip.read(entry));
  // The tree scanner trusts its input; the SAX pass says whether the part is well-formed and safe.
  readXml(decoded.text, name, budget, {});
  const root = parseTree(decoded.text, budget);
  return root ? { entry, decoded, text: decoded.text, root } : null;
}

/** A part that only says how things look: when it is broken, the text is still read. */
function looks(zip: Zip, name: string, budget: Budget): Part | null {
  try {
    return partOf(zip, name, budget);
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-unreadable') return null;
    throw error;
  }
}
