// Small Office packages built in code, so that a test shows the very XML it is about.
import { strToU8, type Zippable, zipSync } from 'fflate';

export interface SheetSource {
  name: string;
  /** Inside `<worksheet>`; usually sheetData and what follows it. */
  xml: string;
  state?: string;
  /** Relationships of the sheet part, as elements. */
  relationships?: string;
}

export interface WorkbookSource {
  sheets: SheetSource[];
  /** Inside `<sst>`. */
  strings?: string;
  /** Inside `<styleSheet>`. */
  styles?: string;
  /** After `<sheets>` in the workbook part (defined names). */
  workbook?: string;
  /** Attributes of `<workbookPr>`. */
  properties?: string;
  /** More parts by name. */
  parts?: Record<string, string | Uint8Array>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function relationships(content: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="${packageRelationships}">${content}</Relationships>`;
}

export function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

export function sheetXml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${content}</worksheet>`;
}

/** The parts of a workbook by name; change them freely before packing. */
export function workbookParts(source: WorkbookSource): Record<string, string | Uint8Array> {
  const { sheets, strings, styles, workbook = '', properties = '', parts = {} } = source;
  const links = sheets.map((_, index) =>
    relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  if (strings !== undefined) links.push(relationship('rIdS', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) links.push(relationship('rIdT', 'styles', '/xl/styles.xml'));
  const tabs = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const made: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      sheets
        .map(
          (_, index) =>
            `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join('') +
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${tabs.join('')}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(links.join('')),
  };
  sheets.forEach(({ xml, relationships: own }, index) => {
    made[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(xml);
    if (own) made[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(own);
  });
  if (strings !== undefined)
    made['xl/sharedStrings.xml'] = `<?xml version="1.0"?><sst xmlns="${main}">${strings}</sst>`;
  if (styles !== undefined)
    made['xl/styles.xml'] = `<?xml version="1.0"?><styleSheet xmlns="${main}">${styles}</styleSheet>`;
  return { ...made, ...parts };
}

export function pack(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { level: 6 });
}

export function makeWorkbook(source: WorkbookSource): Uint8Array {
  return pack(workbookParts(source));
}

/** One sheet called "Sheet". */
export function oneSheet(xml: string, source: Partial<WorkbookSource> = {}): Uint8Array {
  return makeWorkbook({ ...source, sheets: [{ name: 'Sheet', xml }, ...(source.sheets ?? [])] });
}
