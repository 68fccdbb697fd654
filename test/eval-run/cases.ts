// Labelled questions as the matcher reads them: candidates with their features, and which candidate is right.
// What fitting and the ablations work on.
import { countCollection } from '../../knowledge-base/match/collection.ts';
import { indexEntry } from '../../knowledge-base/match/index-entry.ts';
import { makePassageIndex } from '../../knowledge-base/match/passage-index.ts';
import { readQuestion } from '../../knowledge-base/match/question.ts';
import { type Candidate, rankCandidates } from '../../knowledge-base/match/rank.ts';
import { makeStatement } from '../../knowledge-base/match/statement.ts';
import { passagesOf } from './companies.ts';
import type { Gold } from './gold.ts';
import { matches } from './score.ts';

export interface Case {
  gold: Gold;
  candidates: { candidate: Candidate; right: boolean }[];
  /** Positions of the limbs that ask whatever the others say. */
  asked: number[];
}

/** Cases of all questions, company by company. */
export async function makeCases(golds: readonly Gold[]): Promise<Case[]> {
  const out: Case[] = [];
  for (const company of new Set(golds.map(gold => gold.company))) {
    const statements = (await passagesOf(company)).map(passage => makeStatement(passage, [company]));
    const collection = countCollection(statements);
    const index = makePassageIndex(statements.map((statement, row) => indexEntry(statement, row)));
    for (const gold of golds.filter(one => one.company === company)) {
      const question = readQuestion({ ...gold, guidance: null, scope: company, names: [company] });
      const at = (row: number) => statements[row] ?? fail(row);
      const found = rankCandidates(question, company, index, at, collection);
      out.push({
        gold,
        asked: question.limbs.flatMap((limb, i) => (limb.conditional ? [] : [i])),
        candidates: found.map(candidate => ({
          candidate,
          right: gold.evidence.some(evidence => matches(candidate.statement.passage.text, evidence)),
        })),
      });
    }
  }
  return out;
}

function fail(row: number): never {
  throw new Error(`The index names row ${row}, which no passage has.`);
}
