// The words of an answer: whole sentences of the passages, in the policy's own words, with nothing of ours but
// a capital letter, a full stop and the lead-in a bullet needs to be understood. Kept within the file's limit.

import type { Statement } from '../match/statement.ts';
import { tidy } from '../text/normalise.ts';

/** The supporting passages as readable text of at most `limit` characters; sentences are never cut. */
export function answerText(statements: readonly Statement[], limit: number | null): string {
  const out: string[] = [];
  let length = 0;
  for (const statement of statements) {
    const said = sentenceOf(statement);
    if (said === '' || out.some(other => other.includes(said))) continue;
    const cost = said.length + (out.length > 0 ? 1 : 0);
    if (limit !== null && length + cost > limit) continue;
    out.push(said);
    length += cost;
  }
  return out.join(' ');
}

function sentenceOf(statement: Statement): string {
  const { passage } = statement;
  const text = tidy(plainWords(passage.kind === 'row' ? rowWords(passage.text) : passage.text));
  if (text === '') return '';
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?:;]["')\]]*$/.test(capital) ? capital.replace(/[:;](["')\]]*)$/, '.$1') : `${capital}.`;
}

/** Markdown reduced to what it shows; bullets and note marks gone. */
export function plainWords(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^\s*(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+/, '');
}

function rowWords(text: string): string {
  return text
    .split(' | ')
    .join(': ')
    .replace(/: ([^:]*)$/, ': $1');
}
