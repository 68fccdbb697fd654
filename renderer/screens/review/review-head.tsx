// The file under review at a glance: whose it is, when it is due, how far it is, and the ways out of here.
import { useMemo } from 'react';
import { type AnswerState, countStanding } from '../../../contract/review.ts';
import { Button } from '../../parts/button.tsx';
import { Due } from '../../parts/due.tsx';
import { RedoIcon, UndoIcon } from '../../parts/icons.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useStore } from '../../parts/store.ts';
import { nameOf } from '../../parts/words.ts';
import { linkTo } from '../../shell/route.ts';
import type { Asking } from './asking.tsx';
import { draftRest } from './deeds.ts';
import type { DeskStore } from './desk.ts';
import { redo, undo } from './work.ts';

export function ReviewHead({ store, ask }: { store: DeskStore; ask: (asking: Asking) => void }) {
  const summary = useStore(store, desk => desk.summary);
  const rows = useStore(store, desk => desk.rows);
  const marked = useStore(store, desk => desk.selected.size);
  const standing = useMemo(() => {
    const counts: Partial<Record<AnswerState, number>> = {};
    for (const { state } of rows.values()) counts[state] = (counts[state] ?? 0) + 1;
    return countStanding(counts);
  }, [rows]);
  return (
    <header className="page-head review-head">
      <h1 className="clip" title={summary.file}>
        {nameOf(summary)}
      </h1>
      {summary.due === null ? null : <Due summary={summary} />}
      <ProgressBar {...standing} total={rows.size} short />
      <div className="line push">
        <Button
          kind="quiet"
          aria-label="Undo"
          title="Undo (u)"
          icon={<UndoIcon />}
          onClick={() => undo(summary.id)}
        />
        <Button
          kind="quiet"
          aria-label="Redo"
          title="Redo (U)"
          icon={<RedoIcon />}
          onClick={() => redo(summary.id)}
        />
        {standing.notDrafted > 0 ? (
          <Button onClick={() => void draftRest(store)}>
            Draft {standing.notDrafted.toLocaleString('en')} more
          </Button>
        ) : null}
        <Button onClick={() => ask({ kind: 'bulk' })} keys="b">
          {marked > 0 ? `Approve many (${marked} marked)` : 'Approve many'}
        </Button>
        <a className="btn" href={linkTo('import', summary.id)}>
          Map columns
        </a>
        <a className="btn" href={linkTo('activity', summary.id)}>
          History
        </a>
        <Button kind="quiet" aria-label="Keyboard help" onClick={() => ask({ kind: 'help' })} keys="?" />
        <a className="btn primary" href={linkTo('export', summary.id)}>
          Export
        </a>
      </div>
    </header>
  );
}
