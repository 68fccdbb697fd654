// Fits every parameter of the matcher on the labelled sets (held halves left out) and writes them where the
// product reads them. `npm run eval:fit`. The threshold is the higher of that by
// cross-validated chances and that by the weights in force.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames } from '../../knowledge-base/match/features.ts';
import { makeCases } from './cases.ts';
import { openGolds } from './gold.ts';
import { fitBoth, toRow } from './model-fit.ts';
import {
  FALSE_ANSWERS,
  FOLDS,
  fitFolds,
  foldsOf,
  judge,
  outcomeOf,
  penalise,
  sizePenaltyFor,
  thresholdFor,
} from './validate.ts';

const golds = openGolds();
const cases = await makeCases(golds);
const folded = fitFolds(cases, foldsOf(cases, FOLDS));
const penalty = sizePenaltyFor(folded, FALSE_ANSWERS);
const fitted = penalise(fitBoth(cases.map(one => toRow(one))), penalty);
const inForce = cases.map(one => outcomeOf(one, toRow(one), fitted));
// The weights of all questions are surer of themselves than those of four folds: the stricter of both counts.
const threshold = Math.max(
  thresholdFor(judge(folded, penalty), FALSE_ANSWERS),
  thresholdFor(inForce, FALSE_ANSWERS),
);
const table = (weights: Float64Array<ArrayBufferLike>) =>
  featureNames
    .map((name, i) => `    ${name}: ${Math.round((weights[i] ?? 0) * 1000) / 1000 || 0},`)
    .join('\n');

const text = `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted numbers only look like constants
// Every fitted number of the matcher, in one place. Written by test/eval-run/fit.ts (npm run eval:fit) from the
// labelled sets; do not edit by hand. Fitted on ${cases.length} questions. The weights multiply the features of features.ts:
// \`rank\` orders the passages of one question, \`answer\` says whether the first of them answers it.
import type { FeatureName } from './features.ts';

export interface Parameters {
  rank: Readonly<Record<FeatureName, number>>;
  answer: Readonly<Record<FeatureName, number>>;
  answerBias: number;
  /** Chance from which a passage answers: ${(FALSE_ANSWERS * 100).toFixed(1)}% false answers in cross-validation over all sets. */
  threshold: number;
}

export const parameters: Parameters = {
  rank: {
${table(fitted.rank)}
  },
  answer: {
${table(fitted.answer)}
  },
  answerBias: ${Math.round(fitted.bias * 1000) / 1000},
  threshold: ${Math.round(threshold * 1000) / 1000},
};
`;
writeFileSync(join(import.meta.dirname, '../../knowledge-base/match/parameters.ts'), text);
console.log(
  `fitted on ${cases.length} questions, size penalty ${penalty}, threshold ${threshold.toFixed(3)}`,
);
