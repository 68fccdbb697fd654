// Documents of running text with tables among it: each table is tried as a list with columns, then as a form;
// the text around them is one region. Headings before a table name its section.
import type { Place } from '../../contract/place.ts';
import type { RegionCorrection } from '../../contract/questionnaire.ts';
import type { SourceDocument, TableBlock, TextBlock } from '../../contract/source-document.ts';
import { regionOfForm } from './form-table.ts';
import type { FoundRegion } from './found.ts';
import { regionName, regionsOfGrid } from './grid-regions.ts';
import { viewGrid } from './grid-view.ts';
import type { HeaderCell } from './header-rows.ts';
import { readAsks } from './text-asks.ts';
import { regionOfText } from './text-region.ts';

type MakeId = (at: Place) => string;
type Corrections = Map<string, RegionCorrection>;

export function regionsOfBlocks(
  document: SourceDocument,
  corrections: Corrections,
  makeId: MakeId,
): FoundRegion[] {
  const found: FoundRegion[] = [];
  const text: { block: TextBlock; order: number }[] = [];
  let heading: string | null = null;
  let previous: { regions: FoundRegion[]; columns: number } | null = null;
  for (const [order, block] of document.blocks.entries()) {
    if (block.kind !== 'table') {
      text.push({ block, order });
      if (block.text.trim() !== '') previous = null;
      if (block.kind === 'heading' && block.text.trim() !== '') heading = block.text.trim();
      continue;
    }
    const last = previous?.columns === block.grid.columns ? previous.regions.at(-1) : undefined;
    const regions = regionsOfTable(
      block,
      corrections,
      makeId,
      last?.region.included ? last.headers : undefined,
    );
    previous = { regions, columns: block.grid.columns };
    for (const one of regions) {
      for (const question of one.questions) question.section ??= heading;
      found.push({ ...one, orders: one.questions.map(() => order) });
    }
  }
  const beside = found.filter(one => one.region.included && !one.traits.onlyContacts).length;
  const asks = readAsks(text, document.format);
  const region = regionOfText(document, asks, makeId, beside, corrections.get('text'));
  return region ? [...found, region] : found;
}

function regionsOfTable(
  block: TableBlock,
  corrections: Corrections,
  makeId: MakeId,
  inherited?: Map<number, HeaderCell>,
): FoundRegion[] {
  const { grid, rowPlaces } = block;
  const places = rowPlaces ? { rowPlaces } : {};
  const asList = regionsOfGrid({ grid, corrections, makeId, ...places, ...(inherited ? { inherited } : {}) });
  const first = asList[0];
  if (asList.some(one => one.region.included && !one.traits.onlyContacts && one.traits.withSlots > 0))
    return asList;
  const id = `${regionName(grid)}#1`;
  const correction = corrections.get(id);
  if (correction?.columns || correction?.headerRow !== undefined) return asList;
  const form = regionOfForm({
    view: viewGrid(grid),
    id,
    label: grid.name,
    makeId,
    ...places,
    ...(correction ? { correction } : {}),
  });
  if (!form || (first?.region.included && first.questions.length > form.questions.length)) return asList;
  return [form];
}
