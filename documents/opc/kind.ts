// What a zip package is, by its own table of content types rather than by its file name. Used to choose a
// format, and to say what a package is that no format here reads.
import { defaultLimits, startBudget } from '../limits.ts';
import { decodeXml } from '../xml/encoding.ts';
import { looksZipped, openZip, type Zip } from '../zip/open.ts';

export type PackageKind =
  | 'workbook'
  | 'binary-workbook'
  | 'text-document'
  | 'presentation'
  | 'open-document'
  | 'apple-iwork'
  | 'other-zip';

/** Main part content types (ECMA-376-1 part-specific clauses; macro and template forms from [MS-OFFMACRO2]). */
const mainTypes: readonly [PackageKind, RegExp][] = [
  ['binary-workbook', /ms-excel\.sheet\.binary\.macroEnabled\.main/i],
  [
    'workbook',
    /(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template|addin)\.macroEnabled)\.main\+xml/i,
  ],
  [
    'text-document',
    /(wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled\w*)\.main\+xml/i,
  ],
  ['presentation', /(presentationml|ms-powerpoint)\.\w+(\.macroEnabled)?\.main\+xml/i],
];

/** The kind of a package, or null when the bytes are no zip or one too damaged to open. */
export function packageKind(bytes: Uint8Array): PackageKind | null {
  if (!looksZipped(bytes)) return null;
  try {
    return kindOf(openZip(bytes, startBudget(defaultLimits)));
  } catch {
    return null;
  }
}

function kindOf(zip: Zip): PackageKind {
  const types = zip.find('[Content_Types].xml');
  if (types) {
    const text = decodeXml(zip.read(types)).text;
    const kind = mainTypes.find(([, pattern]) => pattern.test(text))?.[0];
    if (kind) return kind;
  }
  // Packages with a lost or wrong content type still say what they are by where their main part stands.
  if (zip.find('xl/workbook.xml')) return 'workbook';
  if (zip.find('xl/workbook.bin')) return 'binary-workbook';
  if (zip.find('word/document.xml')) return 'text-document';
  if (zip.find('ppt/presentation.xml')) return 'presentation';
  if (zip.find('mimetype') && zip.find('content.xml')) return 'open-document';
  if (zip.find('Index/Document.iwa') || zip.find('Index.zip') || zip.find('index.apxl')) return 'apple-iwork';
  return 'other-zip';
}
