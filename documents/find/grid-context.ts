// What reading one part of a grid needs besides the part itself: its name, its corrections, and how places and ids
// are made there.
import type { Place } from '../../contract/place.ts';
import type { RegionCorrection } from '../../contract/questionnaire.ts';
import type { GridView } from './grid-view.ts';

export interface GridContext {
  view: GridView;
  id: string;
  label: string;
  rowPlaces?: Place[];
  correction?: RegionCorrection;
  makeId(at: Place): string;
}
