import { describe, expect, it } from 'vitest';
import { controlIds, controlNumbers, rowsOf } from '../../../knowledge-base/vocabulary/kin.ts';

describe('rows over all controls', () => {
  const parents = rowsOf((asked, other) => (asked.parent === other.id ? 1 : 0));

  it('hold for the control asked what is said of every other, by its number', () => {
    const row = parents('governance.isms');
    expect(controlIds.filter((_, number) => row[number] === 1)).toEqual(['governance.program']);
    expect(row[controlNumbers.get('governance.program') ?? -1]).toBe(1);
  });

  it('are zeros for a control that does not exist', () => {
    expect(parents('no_such_control').every(value => value === 0)).toBe(true);
    expect(parents('no_such_control')).toHaveLength(controlIds.length);
  });
});
