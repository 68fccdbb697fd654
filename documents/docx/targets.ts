// From the place of an entry to the paragraph, cell and field it means.
import type { FillEntry } from '../../contract/fill.ts';
import type { Container } from './container.ts';
import { Refused } from './edits.ts';
import type { Body } from './read-body.ts';
import { same } from './write-control.ts';

export interface Target {
  container: Container;
  /** Index of the field meant; null for the running text itself. */
  index: number | null;
}

/** Throws Refused when there is no such place. */
export function targetOf(body: Body, entry: FillEntry): Target {
  const container = containerAt(body, entry);
  const { at } = entry;
  const stated = 'table' in at || 'paragraph' in at ? at.field : undefined;
  if (stated !== undefined) {
    if (!container.fields[stated])
      throw new Refused('no-such-place', `There is no form field ${stated + 1} at this place.`);
    return { container, index: stated };
  }
  return { container, index: impliedField(container, entry) };
}

function containerAt(body: Body, { at }: FillEntry): Container {
  const found =
    'table' in at
      ? body.tables[at.table]?.get(`${at.row},${at.cell}`)
      : 'paragraph' in at
        ? body.paragraphs[at.paragraph]
        : undefined;
  if (!found) throw new Refused('no-such-place', 'The document has no such paragraph or table cell.');
  return found;
}

/** Without a field named: the box whose words are the choice, or the only field of an otherwise empty place. */
function impliedField(container: Container, entry: FillEntry): number | null {
  const wanted =
    entry.role === 'mark'
      ? (entry.option ?? '')
      : entry.role === 'choice'
        ? (entry.option ?? entry.value)
        : null;
  if (wanted !== null) {
    const box = container.fields.findIndex(
      field => field.kind === 'checkbox' && same(field.option ?? '', wanted),
    );
    if (box >= 0) return box;
    const list = container.fields.findIndex(field => field.kind === 'dropdown');
    if (list >= 0 && entry.role === 'choice') return list;
    if (entry.role === 'mark' && container.fields.some(field => field.kind === 'checkbox'))
      throw new Refused('not-an-option', `No box here stands for “${wanted}”.`);
  }
  const places = container.fields.filter(field => field.kind === 'text' || field.kind === 'blank');
  const only = places.length === 1 ? places[0] : undefined;
  if (!only) return null;
  const rest = container.text.replace(only.placeholder ? /_+/g : only.value, '').trim();
  return rest === '' || only.via !== 'underline' ? only.index : /[:：?？]$/.test(rest) ? only.index : null;
}
