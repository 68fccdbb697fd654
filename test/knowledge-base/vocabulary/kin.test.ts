import { describe, expect, it } from 'vitest';
import { controls } from '../../../knowledge-base/vocabulary/controls.ts';
import {
  childrenOf,
  controlIds,
  controlNumbers,
  nearOf,
  rowsOf,
} from '../../../knowledge-base/vocabulary/kin.ts';

describe('the kin of a control', () => {
  it('are its parts and those easily confused with it, whichever of the two says so', () => {
    expect(childrenOf('governance.program')).toContain('governance.isms');
    expect(childrenOf('no_such_control')).toEqual([]);
    for (const control of controls.values())
      for (const other of control.near) {
        expect(nearOf(control.id)).toContain(other);
        expect(nearOf(other)).toContain(control.id);
      }
  });

  it('stand in a row by their numbers, the rest as zeros', () => {
    const parents = rowsOf((asked, say) => {
      if (asked.parent !== null) say(asked.parent, 0.5);
    });
    const row = parents('governance.isms');
    expect(controlIds.filter((_, number) => row[number] !== 0)).toEqual(['governance.program']);
    expect(row[controlNumbers.get('governance.program') ?? -1]).toBe(0.5);
  });

  it('are none for a control that does not exist', () => {
    const own = rowsOf((asked, say) => say(asked.id, 1));
    expect([...own('no_such_control')].every(value => value === 0)).toBe(true);
    expect(own('no_such_control')).toHaveLength(controlIds.length);
  });
});
