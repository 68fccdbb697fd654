// The passages of one document in order, under their headings, searchable. Long documents are drawn only
// where one looks.

import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PolicyDocument } from '../../../contract/curate.ts';
import { sayPlace } from '../../../contract/place.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { count } from '../../parts/words.ts';
import { passagesQuery } from '../../queries.ts';

export function Passages(props: { document: PolicyDocument; at: string | null; onRemove: () => void }) {
  const { document, at, onRemove } = props;
  const { data, error, refetch } = useQuery(passagesQuery(document.id));
  const [words, setWords] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
    return (data?.passages ?? []).filter(passage => {
      const text = `${passage.heading.join(' ')} ${passage.text}`.toLowerCase();
      return parts.every(part => text.includes(part));
    });
  }, [data, words]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => 64,
    overscan: 12,
  });
  useEffect(() => {
    const index = at === null ? -1 : shown.findIndex(passage => passage.id === at);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' });
  }, [at, shown, virtual]);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Reading the passages" />;
  return (
    <div className="passages">
      <div className="line wrap">
        <h2>{document.title ?? document.name}</h2>
        <span className="soft">
          {document.scope}, {document.format}, imported {sayMoment(document.importedAt)}
        </span>
        <input
          type="search"
          className="field push"
          aria-label="Search in this document"
          placeholder="Words in this document"
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <Button kind="danger" onClick={onRemove}>
          Remove
        </Button>
      </div>
      <p className="soft" aria-live="polite">
        {words
          ? `${shown.length} of ${count(data.passages.length, 'passage')}`
          : count(shown.length, 'passage')}
      </p>
      <ScrollRegion ref={box} className="passage-list" label="Passages">
        <div className="passage-all" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const passage = shown[index];
            if (!passage) return null;
            const heading = passage.heading.join(' / ');
            const fresh = index === 0 || shown[index - 1]?.heading.join(' / ') !== heading;
            return (
              <div
                key={passage.id}
                ref={virtual.measureElement}
                data-index={index}
                className={passage.id === at ? 'passage here' : 'passage'}
                style={{ transform: `translateY(${start}px)` }}
              >
                {fresh && heading ? <h3>{heading}</h3> : null}
                {passage.context.length > 0 ? <p className="faint">{passage.context.join(' / ')}</p> : null}
                <p>
                  {passage.kind === 'bullet' ? '• ' : ''}
                  {passage.text} <span className="faint mono">{sayPlace(passage.at)}</span>
                </p>
              </div>
            );
          })}
        </div>
      </ScrollRegion>
    </div>
  );
}
