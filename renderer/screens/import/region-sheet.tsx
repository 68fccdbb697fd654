// One sheet as the customer sees it, roles coloured. A column's head changes its role, a row's number makes the
// row a question or leaves it out. Long sheets are shown a stretch at a time.
import { Menu } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ColumnRole, columnRole, type Mapping, type Region } from '../../../contract/questionnaire.ts';
import { getPicture } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { columnLetters } from '../../parts/sheet-cells.ts';
import { SheetPicture } from '../../parts/sheet-picture.tsx';
import { roleWords } from '../../parts/words.ts';
import { isQuestionRow, roleOf } from './corrections.ts';

const stretch = 60;
const roles = columnRole.options;

export function RegionSheet(props: {
  questionnaire: string;
  region: Region;
  mapping: Mapping;
  revision: number;
  onRole: (column: number, role: ColumnRole) => void;
  onRow: (row: number, isQuestion: boolean) => void;
}) {
  const { questionnaire, region, mapping, revision, onRole, onRow } = props;
  const [from, setFrom] = useState(1);
  const { data, error, refetch } = useQuery({
    queryKey: ['picture', questionnaire, region.id, from, revision],
    queryFn: () => getPicture(questionnaire, region.id, from, stretch),
    placeholderData: keepPreviousData,
  });
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Drawing the sheet" />;
  const last = data.rows.at(-1)?.row ?? 0;
  const end = Math.max(region.lastRow, last);
  const head = (column: number) => {
    const role = roleOf(region, mapping, column);
    const found = region.columns.find(item => item.column === column);
    const letter = columnLetters(column);
    return (
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <button type="button" className={`column-head role-${role}`} title={found?.why}>
            <span>
              <span className="sr">Column </span>
              {letter}
            </span>
            <b>{role === 'mark' && found?.option ? `Tick: ${found.option}` : roleWords[role]}</b>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{found?.why ?? `Column ${letter} is not used.`}</Menu.Label>
          {roles.map(name => (
            <Menu.Item
              key={name}
              onClick={() => onRole(column, name)}
              leftSection={<i className={`swatch role-${name}`} aria-hidden="true" />}
              rightSection={name === role ? 'now' : null}
            >
              {roleWords[name]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    );
  };
  return (
    <div className="region-sheet">
      <SheetPicture
        picture={data}
        roles
        head={head}
        rowHead={(row, asFound) => {
          // The correction shows at once; the picture that follows it takes a moment.
          const isQuestion = isQuestionRow(mapping, region.id, row, asFound);
          return (
            <button
              type="button"
              className={isQuestion ? 'row-head on' : 'row-head'}
              aria-pressed={isQuestion}
              aria-label={`Row ${row} is a question`}
              title={isQuestion ? 'Leave this row out' : 'Make this row a question'}
              onClick={() => onRow(row, !isQuestion)}
            >
              {row}
            </button>
          );
        }}
      />
      <div className="line">
        <span className="soft">
          Rows {data.rows[0]?.row ?? 0} to {last} of {end}
        </span>
        {from > 1 || last < end ? (
          <>
            <Button disabled={from === 1} onClick={() => setFrom(Math.max(1, from - stretch))}>
              Earlier rows
            </Button>
            <Button disabled={last >= end} onClick={() => setFrom(from + stretch)}>
              Later rows
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
