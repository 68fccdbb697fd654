// A whole workbook as a document: every sheet in the order of its tabs, and what there is to say about the file.
import { AppError, type Message } from '../../contract/outcome.ts';
import type { Grid, SourceDocument } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { emptySheet, openWorkbook, type Sheet, type Workbook } from './open-workbook.ts';

export function readWorkbook(bytes: Uint8Array, name: string, budget: Budget): SourceDocument {
  const workbook = openWorkbook(bytes, budget);
  workbook.prepare();
  const messages: Message[] = [];
  const grids = workbook.sheets.map(sheet => readGrid(sheet, workbook, messages));
  const broken = messages.find(({ severity }) => severity === 'error');
  if (broken && grids.every(({ cells }) => cells.length === 0)) {
    throw new AppError('file-unreadable', broken.text, { name });
  }
  remark(workbook, messages);
  return { format: 'xlsx', name, title: titleOf(workbook, budget), grids, blocks: [], messages };
}

/** A sheet that cannot be read is a message; the others are still worth having. */
function readGrid(sheet: Sheet, workbook: Workbook, messages: Message[]): Grid {
  const { head, relationship, part } = sheet;
  const say = (severity: Message['severity'], code: string, text: string) => {
    messages.push({ severity, code, text, at: null });
  };
  if (relationship && relationship.type !== 'worksheet') {
    say(
      'info',
      'sheet-without-cells',
      `“${head.name}” is a ${relationship.type}, which holds no cells; it is kept as it is.`,
    );
  } else if (part === null) {
    say(
      'error',
      'sheet-missing',
      `The sheet “${head.name}” is listed but not in the file. Ask for the file again.`,
    );
  }
  try {
    const read = sheet.read();
    const { grid, lostStrings } = read;
    workbook.resolveLists(sheet, read);
    if (lostStrings > 0) {
      say(
        'warning',
        'text-missing',
        `${lostStrings} cells of “${head.name}” refer to texts that are not in the file; they read as empty.`,
      );
    }
    return grid;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-unreadable') throw error;
    say('error', 'sheet-unreadable', `The sheet “${head.name}” was left out. ${error.message}`);
    return emptySheet(head).grid;
  }
}

function remark({ zip, relationships }: Workbook, messages: Message[]): void {
  if (relationships.some(({ type }) => type === 'externalLink')) {
    messages.push({
      severity: 'info',
      code: 'external-links',
      text: 'The workbook refers to other workbooks. They are not opened; cells show the values saved last.',
      at: null,
    });
  }
  if (zip.entries.some(({ name }) => name.toLowerCase().endsWith('vbaproject.bin'))) {
    messages.push({
      severity: 'info',
      code: 'macros-kept',
      text: 'The workbook holds macros. They are never run here, and stay in the file as they are.',
      at: null,
    });
  }
}

/** The title property of the package (`docProps/core.xml`), when it says something. */
function titleOf({ root, textOf }: Workbook, budget: Budget): string | null {
  const part = root.find(({ type }) => type === 'core-properties')?.target ?? '';
  const text = textOf(part);
  if (text === null) return null;
  let title = '';
  let inTitle = false;
  try {
    readXml(text, part, budget, {
      open: name => {
        inTitle = localName(name) === 'title';
      },
      close: () => {
        inTitle = false;
      },
      text: piece => {
        if (inTitle) title += piece;
      },
    });
  } catch (error) {
    // Properties are decoration; a file with broken ones opens everywhere.
    if (error instanceof AppError && error.code === 'file-unreadable') return null;
    throw error;
  }
  return title.trim() || null;
}
