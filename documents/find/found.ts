// What the analysers of grids and of running text hand to each other and to the entry: questions still tied to
// their region, and the region's report.
import type { Question, Region, Slot } from '../../contract/questionnaire.ts';
import type { GridContext } from './grid-context.ts';
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
  /** Columns for answers, and the questions are still to be brought by a macro or a download. */
  questionsToCome?: boolean;
}

/** A region whose questions each carry their own places, so that no column has a role. */
export function regionOfRows(
  { id, label, view, correction }: GridContext,
  questions: Question[],
  said: Pick<Region, 'confidence' | 'why' | 'firstRow' | 'lastRow'>,
): FoundRegion {
  const included = correction?.included ?? true;
  return {
    region: { id, label, included, ...said, headerRows: [], columns: [], questions: questions.length },
    questions,
    traits: {
      withSlots: questions.length,
      showsAnswers: false,
      onlyContacts: questions.every(question => question.optional),
      fixed: correction !== undefined,
      hidden: view.grid.state !== 'visible',
    },
  };
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
