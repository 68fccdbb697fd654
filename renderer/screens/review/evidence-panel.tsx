// What the answer rests on: the passages in it first, then the nearest others, then answers approved before.
// Numbers 1 to 9 use a passage, with Shift they add it; `l` uses the first approved answer.

import { memo } from 'react';
import type { Evidence } from '../../../contract/knowledge.ts';
import type { AnswerDetail } from '../../../contract/review.ts';
import { EvidenceCard } from '../../parts/evidence-card.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';

/** Passages in the order of their keys: cited ones first, each once. */
export function orderedEvidence(detail: AnswerDetail | undefined): { evidence: Evidence; cited: boolean }[] {
  if (!detail?.draft) return [];
  const { citations, candidates } = detail.draft;
  const cited = new Set(citations.map(({ id }) => id));
  return [
    ...citations.map(evidence => ({ evidence, cited: true })),
    ...candidates.filter(({ id }) => !cited.has(id)).map(evidence => ({ evidence, cited: false })),
  ];
}

/** Answers approved before that are not among the evidence already. */
export function approvedBefore(detail: AnswerDetail | undefined): Evidence[] {
  const shown = new Set(orderedEvidence(detail).map(({ evidence }) => evidence.id));
  return (detail?.library ?? []).filter(({ id }) => !shown.has(id));
}

/** Drawn again when the detail changes, not for every letter typed beside it. */
export const EvidencePanel = memo(function EvidencePanel(props: {
  detail: AnswerDetail | undefined;
  open: boolean;
  onUse: (evidence: Evidence, add: boolean) => void;
}) {
  const { detail, open, onUse } = props;
  const ordered = orderedEvidence(detail);
  const library = approvedBefore(detail);
  return (
    <ScrollRegion className="pane evidence-panel" label="Evidence">
      <h3>{detail?.draft?.outcome === 'not-stated' ? 'Nearest passages' : 'Evidence'}</h3>
      {ordered.length === 0 ? (
        <p className="soft">{detail ? 'No passage is near this question.' : 'Looking up…'}</p>
      ) : null}
      <ol>
        {ordered.map(({ evidence, cited }, index) => (
          <EvidenceCard
            key={evidence.id}
            evidence={evidence}
            cited={cited}
            keys={index < 9 ? String(index + 1) : null}
            open={open}
            onUse={add => onUse(evidence, add)}
          />
        ))}
      </ol>
      {library.length > 0 ? (
        <>
          <h3>Approved before</h3>
          <ol>
            {library.map((evidence, index) => (
              <EvidenceCard
                key={evidence.id}
                evidence={evidence}
                cited={false}
                keys={index === 0 ? 'l' : null}
                open={open}
                onUse={add => onUse(evidence, add)}
              />
            ))}
          </ol>
        </>
      ) : null}
    </ScrollRegion>
  );
});
