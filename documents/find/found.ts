// What the analysers of grids and of running text hand to each other and to the entry: questions still tied to
// their region, and the region's report.
import type { Question, Region, Slot } from '../../contract/questionnaire.ts';
import type { HeaderCell } from './header-rows.ts';

export interface FoundRegion {
  region: Region;
  questions: Question[];
  /** Position of each question in the running document, where text and tables take turns. */
  orders?: number[];
  /** Words over the columns, for a table that goes on in the next one. */
  headers?: Map<number, HeaderCell>;
  /** What the verdict over the whole document needs to know of the region. */
  traits: RegionTraits;
}

export interface RegionTraits {
  /** Questions with at least one place for an answer that the form itself provides. */
  withSlots: number;
  /** Answers on this sheet are formulas over answers given elsewhere. */
  showsAnswers: boolean;
  /** Everything found is a contact or title field. */
  onlyContacts: boolean;
  /** The reader of this region said what it is; the document cannot overrule it. */
  fixed: boolean;
  hidden: boolean;
}

/** Slots without a shared merged cell told twice. */
export function uniqueSlots(slots: Slot[]): Slot[] {
  const seen = new Set<string>();
  return slots.filter(slot => {
    const key = JSON.stringify([slot.at, slot.option ?? null]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
