// Puts a passage or an approved answer into the answer: alone (swap) or after what is there (add). The words
// go in as they stand, so that what is quoted can be found again in its document.
import type { Evidence } from '../../../contract/knowledge.ts';
import type { Change } from './kept.ts';

export function swapIn(evidence: Evidence, now: { text: string; cited: string[] }, add: boolean): Change {
  if (!add || now.text.trim() === '') return { text: evidence.text, citations: [evidence.id] };
  const already = now.cited.includes(evidence.id) || now.text.includes(evidence.text);
  if (already) return { text: now.text, citations: now.cited };
  const join = /[.!?]\s*$/.test(now.text) ? ' ' : '. ';
  return { text: `${now.text.trimEnd()}${join}${evidence.text}`, citations: [...now.cited, evidence.id] };
}
