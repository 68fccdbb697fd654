// Files that no format here takes, each with what it is and what to do about it. A refusal is part of the
// product: the person holding an .xls needs the next step, not "unsupported".
import { AppError, type ErrorCode } from '../contract/outcome.ts';
import { extensionOf } from './format.ts';
import { defaultLimits, startBudget } from './limits.ts';
import { packageKind } from './opc/kind.ts';
import { looksZipped, openZip } from './zip/open.ts';

type Refusal = readonly [code: ErrorCode, kind: string, text: string];

const saveAsXlsx =
  'Open it in Excel or LibreOffice, choose Save As, Excel Workbook (.xlsx), and load that copy.';
const saveAsDocx =
  'Open it in Word or LibreOffice, choose Save As, Word Document (.docx), and load that copy.';
const removePassword = 'Open it with the password, remove the password, save a copy, and load that copy.';

/** The refusal for bytes that are recognised as something not read here; null when they are not recognised. */
export function refuse(bytes: Uint8Array, name: string): AppError | null {
  const refusal = recognise(bytes, extensionOf(name));
  if (!refusal) return null;
  const [code, kind, text] = refusal;
  return new AppError(code, `“${name}” ${text}`, { name, kind });
}

function recognise(bytes: Uint8Array, extension: string): Refusal | null {
  if (bytes.length === 0) return ['file-unreadable', 'empty', 'is empty. Ask for it again.'];
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compound(bytes, extension);
  if (looksZipped(bytes)) return zipped(bytes);
  return media(bytes) ?? markup(bytes);
}

/** OLE compound files hold the old binary formats, and also encrypted OOXML ([MS-OFFCRYPTO] §2.3.4.4). */
function compound(bytes: Uint8Array, extension: string): Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage'))
    return ['file-encrypted', 'encrypted-ooxml', `is protected by a password. ${removePassword}`];
  const word = holds('WordDocument');
  const excel = holds('Workbook') || holds('Book');
  if (excel && (!word || extension.startsWith('xl'))) {
    return ['file-unsupported', 'xls', `is a workbook in the old binary format (.xls). ${saveAsXlsx}`];
  }
  if (word)
    return ['file-unsupported', 'doc', `is a document in the old binary format (.doc). ${saveAsDocx}`];
  if (holds('PowerPoint Document')) return presentation;
  return [
    'file-unsupported',
    'ole',
    'is an old binary Office file. Save it as .xlsx or .docx and load that copy.',
  ];
}

const presentation: Refusal = [
  'file-unsupported',
  'presentation',
  'is a presentation. Save it as PDF and load that copy.',
];

function zipped(bytes: Uint8Array): Refusal | null {
  const kind = packageKind(bytes);
  if (kind === 'binary-workbook')
    return ['file-unsupported', 'xlsb', `is a binary workbook (.xlsb). ${saveAsXlsx}`];
  if (kind === 'presentation') return presentation;
  if (kind === 'open-document') {
    return [
      'file-unsupported',
      'odf',
      'is an OpenDocument file. Open it in LibreOffice, choose Save As, Excel (.xlsx) or Word (.docx), and load that copy.',
    ];
  }
  if (kind === 'apple-iwork') {
    return [
      'file-unsupported',
      'iwork',
      'is a Numbers or Pages file. Open it there, choose Export To, Excel or Word, and load that copy.',
    ];
  }
  if (kind === 'other-zip')
    return ['file-unsupported', 'zip', 'is a zip archive. Unpack it and load the files in it.'];
  if (kind !== null) return null;
  // Opening again for its own words on what is wrong.
  try {
    openZip(bytes, startBudget(defaultLimits));
  } catch (error) {
    if (error instanceof AppError) return [error.code, 'damaged-zip', `cannot be opened. ${error.message}`];
    throw error;
  }
  return ['file-unreadable', 'damaged-zip', 'is a damaged package. Ask for it again.'];
}

function media(bytes: Uint8Array): Refusal | null {
  const signs: readonly [readonly number[], string][] = [
    [[0x89, 0x50, 0x4e, 0x47], 'PNG image'],
    [[0xff, 0xd8, 0xff], 'JPEG image'],
    [[0x47, 0x49, 0x46, 0x38], 'GIF image'],
    [[0x49, 0x49, 0x2a, 0], 'TIFF image'],
    [[0x4d, 0x4d, 0, 0x2a], 'TIFF image'],
  ];
  const image = signs.find(([sign]) => startsWith(bytes, sign))?.[1];
  if (image)
    return [
      'file-unsupported',
      'image',
      `is a ${image}. Print it to PDF and load the PDF, whose text is then recognised.`,
    ];
  const archives: readonly [readonly number[], string][] = [
    [[0x1f, 0x8b], 'gzip'],
    [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip'],
    [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  ];
  const archive = archives.find(([sign]) => startsWith(bytes, sign))?.[1];
  if (archive)
    return ['file-unsupported', 'archive', `is a ${archive} archive. Unpack it and load the files in it.`];
  // Excel 2 to 4 wrote their stream without a container ([MS-XLS] §2.4.21, BOF).
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? -1) && bytes[3] === 0) {
    return ['file-unsupported', 'xls', `is a workbook of a very old Excel. ${saveAsXlsx}`];
  }
  return null;
}

/** Text files in disguise: pages exported as ".xls", RTF named ".doc", Excel 2003 XML. */
function markup(bytes: Uint8Array): Refusal | null {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 2048))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('{\\rtf'))
    return ['file-unsupported', 'rtf', `is a rich text file (RTF). ${saveAsDocx}`];
  if (
    /^(<!doctype html|<html|<table|<head|<meta)/i.test(head) ||
    /^<\?xml[^>]*>\s*<!doctype html/i.test(head)
  ) {
    return [
      'file-unsupported',
      'html',
      `is a web page. Open it in Excel or Word, save it as .xlsx or .docx, and load that copy.`,
    ];
  }
  if (/^mime-version:/i.test(head)) return ['file-unsupported', 'html', `is a saved web page. ${saveAsXlsx}`];
  if (/^<\?xml/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return ['file-unsupported', 'xml-2003', `is a workbook in the XML format of Excel 2003. ${saveAsXlsx}`];
  }
  if (/^<\?xml/.test(head) && head.includes('opendocument')) {
    return [
      'file-unsupported',
      'odf',
      'is a flat OpenDocument file. Save it as .xlsx or .docx and load that copy.',
    ];
  }
  if (/^<\?xml/.test(head) && head.includes('wordml')) {
    return ['file-unsupported', 'xml-2003', `is a document in the XML format of Word 2003. ${saveAsDocx}`];
  }
  return null;
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte);
}
