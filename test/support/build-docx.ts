// Tiny Word documents built in code: a test states the body's XML and, when it needs them, styles and numbering.
import { strToU8, zipSync } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spaces = `xmlns:w="${w}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;

export interface DocxParts {
  styles?: string;
  numbering?: string;
  /** Further parts by name, as they stand. */
  more?: Record<string, string>;
  /** Replaces the transitional namespace, for strict documents. */
  namespace?: string;
}

export function buildDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const related = [
    parts.styles === undefined
      ? ''
      : `<Relationship Id="r1" Type="${relationships}/styles" Target="styles.xml"/>`,
    parts.numbering === undefined
      ? ''
      : `<Relationship Id="r2" Type="${relationships}/numbering" Target="numbering.xml"/>`,
  ].join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>`,
    'word/document.xml': parts.namespace ? document.replace(w, parts.namespace) : document,
    ...(parts.styles === undefined
      ? {}
      : { 'word/styles.xml': `<w:styles ${spaces}>${parts.styles}</w:styles>` }),
    ...(parts.numbering === undefined
      ? {}
      : { 'word/numbering.xml': `<w:numbering ${spaces}>${parts.numbering}</w:numbering>` }),
    ...parts.more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of one run; `properties` is the inside of `w:pPr`. */
export function p(text: string, properties = ''): string {
  const pPr = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${pPr}${text === '' ? '' : r(text)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function tc(content: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;
}

export function tbl(...rows: string[][]): string {
  return `<w:tbl><w:tblPr/>${rows.map(cells => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function sdt(properties: string, content: string): string {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A legacy form field with its data and result runs. */
export function formField(code: string, data: string, result = ''): string {
  const char = (type: string, inside = '') =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const separated = result === '' ? '' : char('separate') + result;
  return `${char('begin', `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${separated}${char('end')}`;
}
