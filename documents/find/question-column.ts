// Chooses the column that holds the questions: by the words over it, by how its texts sound, and by what a list of
// questions is like (each text different, long enough, in nearly every row).
import type { ColumnFacts } from './columns.ts';
import type { HeaderReading } from './header-lexicon.ts';
import type { HeaderCell } from './header-rows.ts';
import { short } from './short-words.ts';
import type { Table } from './tables.ts';

/** The best column, or null when none reads like questions; `taken` columns were given another role by hand. */
export function pickQuestion(
  table: Table,
  facts: Map<number, ColumnFacts>,
  taken: (column: number) => boolean,
): number | null {
  let best: { column: number; score: number } | null = null;
  for (const fact of facts.values()) {
    if (taken(fact.column)) continue;
    const score = questionScore(table, fact);
    if (score !== null && (best === null || score > best.score)) best = { column: fact.column, score };
  }
  return best && best.score >= 4 ? best.column : null;
}

function questionScore(table: Table, fact: ColumnFacts): number | null {
  if (fact.own === 0 || fact.fields > 0.5) return null;
  const reading = table.headers.get(fact.column)?.reading ?? null;
  const fill = fact.own / Math.max(1, fact.rows);
  const solid = fact.length >= 12 ? Math.min(2.5, fact.length / 30) : fact.length >= 6 ? 0 : -2;
  let score = fact.shape * 4 + solid + fill * 2 + (fact.distinct >= 0.85 ? 1 : fact.distinct < 0.5 ? -3 : 0);
  if (reading?.role === 'question') score += reading.weight * 1.7;
  else if (reading && reading.role !== 'other') score -= reading.weight * headerDoubt(reading, fact);
  score -= fact.codes * 4 + fact.numbers * 5 + fact.links * 6 + fact.optionLike * 5;
  if (fact.lists > 0.5) score -= 5;
  if (fact.hidden) score -= 3;
  return score;
}

/** How far a header that names another role speaks against the question: less where the texts say otherwise. */
function headerDoubt(reading: HeaderReading, fact: ColumnFacts): number {
  if (reading.role === 'section' && fact.distinct >= 0.95 && fact.length >= 25) return 0.2;
  return fact.shape > 0.6 ? 0.8 : 1.5;
}

export function whyQuestion(header: HeaderCell | undefined, fact: ColumnFacts): string {
  const asks = Math.round(fact.shape * 100);
  if (header?.reading?.role === 'question') {
    return `Headed “${short(header.leaf)}”; ${asks}% of its cells read like a question or demand.`;
  }
  return `Its ${fact.own} texts are the ones that read like questions (${asks}%) and differ from each other.`;
}
