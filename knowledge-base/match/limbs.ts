// A customer's question often asks several things at once. Each limb is answered on its own, so that one
// unsupported limb does not silence the rest; a limb without a subject of its own borrows the one before.
import { sentences } from '../text/sentences.ts';

const ENUMERATION = /(?:^|[\s,;:])\(?(?:[a-h]|[ivx]{1,4}|[1-9])\)\s+/g;
const CONJUNCTION =
  /(?:,|;)?\s+(?:and|&)\s+(?=(?:if so|how|who|where|when|what|which|why|whether|do you|does|is|are|can|will|has|have)\b)|;\s+(?=\S{3,})|\?\s+(?=\S)|,\s+(?=(?:if so|how (?:often|long|many|frequently)|and who|who|where is|where are|when was)\b)/gi;
/** Shorter pieces are no question of their own. */
const SHORTEST = 8;

/** The limbs of a question in order; a question that asks one thing gives itself. */
export function splitLimbs(question: string): string[] {
  const out: string[] = [];
  for (const stretch of sentences(question)) {
    const sentence = question.slice(stretch.from, stretch.to);
    if (isAside(sentence) && out.length > 0) continue;
    out.push(...pieces(sentence));
  }
  const kept = out.map(limb => limb.trim()).filter(limb => limb.length >= SHORTEST);
  return kept.length > 0 ? kept : [question];
}

/** "If so, how often?" asks only where the question before it is answered. */
export function isConditional(limb: string): boolean {
  return /^(?:and )?if (?:so|yes)\b/i.test(limb);
}

/** "(e.g. ...)" and "If yes, please describe." add nothing that can be looked up. */
function isAside(sentence: string): boolean {
  return (
    /^\(?(?:e\.g\.|for example|such as|note:|examples? include)/i.test(sentence) ||
    /^(?:if (?:so|yes|no|not|applicable|available)[, ]+)?(?:please )?(?:describe|explain|elaborate|provide (?:details|evidence|more information|an explanation)|give details|specify|list|detail|attach|upload)(?: (?:it|them|these|this|below|briefly|here|how|as needed|in detail|further))*[.?!]*$/i.test(
      sentence.trim(),
    )
  );
}

function pieces(sentence: string): string[] {
  const marks = [...sentence.matchAll(ENUMERATION)];
  if (marks.length >= 2) {
    const lead = sentence.slice(0, marks[0]?.index).trim();
    return marks.map((mark, i) => {
      const part = sentence.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? sentence.length);
      return `${lead} ${part.replace(/[\s,;]*(?:and|or)?\s*$/i, '')}`.trim();
    });
  }
  return joinClauses(
    sentence.split(CONJUNCTION).filter(part => part.trim() !== ''),
    sentence,
  );
}

/** "After a supplier is engaged, how often is it assessed?": a clause that asks nothing opens the question after it. */
const CLAUSE =
  /^(?!(?:where|when) (?:is|are|was|were|do|does|did|will|can|has|have)\b)(?!.*(?:\?|\b(?:which|what|how|who|whom|whose)\b))(?:after|before|when(?:ever)?|once|if(?! (?:so|yes|not?)\b)|while|during|following|upon|for|in|at|on|with|given|provided|where|as|considering|regarding)\b/i;

function joinClauses(parts: readonly string[], sentence: string): string[] {
  const [first, second, ...rest] = parts;
  if (first === undefined || second === undefined || !CLAUSE.test(first.trim())) return [...parts];
  const from = sentence.indexOf(first);
  return [sentence.slice(from, sentence.indexOf(second, from) + second.length), ...rest];
}
