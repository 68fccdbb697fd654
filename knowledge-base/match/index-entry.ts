// What of a statement goes into the index: its content roots and its controls, those of its surroundings too.
import type { IndexEntry } from './passage-index.ts';
import type { Statement } from './statement.ts';

export function indexEntry(statement: Statement, row: number): IndexEntry {
  return {
    row,
    scope: statement.passage.scope,
    text: [...statement.roots, ...statement.groups],
    context: statement.contextRoots,
    heading: statement.headingRoots,
    controls: [
      ...statement.controls.keys(),
      ...statement.contextControls.keys(),
      ...statement.headingControls.keys(),
      ...statement.topic.strongest,
    ],
  };
}
