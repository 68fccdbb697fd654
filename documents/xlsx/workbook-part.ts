// The workbook part: sheets in order, defined names, the date system (ECMA-376-1 §18.2).
import type { Grid } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { isTrue } from './styles.ts';

export interface SheetEntry {
  name: string;
  /** Relationship id of its part. */
  relationship: string;
  state: Grid['state'];
}

export interface DefinedName {
  name: string;
  /** Index of the sheet the name is local to, or null for the whole workbook. */
  sheet: number | null;
  formula: string;
}

export interface WorkbookPart {
  sheets: SheetEntry[];
  names: DefinedName[];
  date1904: boolean;
}

export function readWorkbookPart(text: string, part: string, budget: Budget): WorkbookPart {
  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let date1904 = false;
  let name: DefinedName | null = null;
  readXml(text, part, budget, {
    open(written, attributes) {
      const local = localName(written);
      if (local === 'workbookPr') date1904 = isTrue(attributes.date1904);
      else if (local === 'sheet') {
        budget.spend('sheets');
        sheets.push({
          name: attributes.name ?? '',
          relationship: relationshipId(attributes),
          state:
            attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible',
        });
      } else if (local === 'definedName') {
        const sheet = attributes.localSheetId === undefined ? null : Number(attributes.localSheetId);
        name = { name: attributes.name ?? '', sheet, formula: '' };
      }
    },
    close(written) {
      if (localName(written) === 'definedName' && name) {
        names.push(name);
        name = null;
      }
    },
    text(piece) {
      if (name) name.formula += piece;
    },
  });
  return { sheets, names, date1904 };
}

/** `r:id` under whatever prefix the file binds to the relationships namespace. */
function relationshipId(attributes: Record<string, string>): string {
  if (attributes['r:id'] !== undefined) return attributes['r:id'];
  const key = Object.keys(attributes).find(written => written.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}
