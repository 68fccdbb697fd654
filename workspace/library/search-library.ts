// The library as the curation screen asks for it: words typed, filters, and the list of reviews that are due.
import { libraryFacets, searchLibrary as searchStored } from '../../knowledge-base/store/library-list.ts';
import { dayOf } from '../desk/dates.ts';
import type { UseCase } from '../desk/desk.ts';

const PAGE = 100;

export const searchLibrary: UseCase<'library.search'> = (desk, input) => {
  const { answers, total } = searchStored(desk.store.read, {
    text: input.text,
    scope: input.scope,
    owner: input.owner,
    tag: input.tag,
    state: input.state,
    dueBy: input.due === true ? dayOf(desk.now()) : undefined,
    offset: input.offset ?? 0,
    limit: input.limit ?? PAGE,
  });
  return { answers, total, ...libraryFacets(desk.store.read) };
};
