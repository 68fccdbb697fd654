// Evidence tied to what recall watches: the document and content hash of the quoted passage.

import type { LibraryAnswer } from '../../contract/curate.ts';
import type { Evidence, Passage } from '../../contract/knowledge.ts';
import type { Citation } from '../../knowledge-base/store/citations.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { passageById } from '../../knowledge-base/store/passages.ts';

/** The citation of a piece of evidence as it stands in the store now. */
export function cite(db: ReadHandle, evidence: Evidence): Citation {
  const passage = evidence.source === 'policy' ? passageById(db, evidence.id) : null;
  return { evidence, documentId: passage?.documentId ?? '', passageHash: passage?.hash ?? '' };
}

/** A passage as evidence a person chose, without a machine's score. */
export function evidenceOfPassage(passage: Passage): Evidence {
  return {
    source: 'policy',
    id: passage.id,
    text: passage.text,
    question: null,
    heading: passage.heading,
    context: passage.context,
    citation: { document: passage.document, section: passage.heading.join(' / '), place: passage.at },
    score: 1,
    parts: [{ label: 'chosen', words: 'Chosen by a person', value: 1 }],
    marks: [],
  };
}

/** A library answer as evidence a person chose. */
export function evidenceOfLibraryAnswer(answer: LibraryAnswer): Evidence {
  const [first] = answer.evidence;
  return {
    source: 'library',
    id: answer.id,
    text: answer.text,
    question: answer.question,
    heading: [],
    context: [],
    citation: {
      document: first?.document ?? answer.source,
      section: first?.section ?? '',
      place: first?.place ?? { line: 1, to: 1 },
    },
    score: 1,
    parts: [{ label: 'chosen', words: 'Chosen by a person', value: 1 }],
    marks: [],
  };
}
