// Every fitted number of the matcher, in one place. Written by test/eval-run/fit.ts from the labelled sets with
// a fixed seed; do not edit by hand. `weights` multiply the features of features.ts.
import type { FeatureName } from './features.ts';

export interface Parameters {
  bias: number;
  weights: Record<FeatureName, number>;
}

export const parameters: Parameters = {
  bias: -4,
  weights: {
    words: 3,
    wordsAround: 1,
    pairs: 1,
    control: 3,
    mainControl: 1,
    controlAround: 0.8,
    controlKin: 0.8,
    controlAbsent: -1,
    focus: 0.6,
    sectionControl: 0.2,
    aspectShown: 0.8,
    aspectMissing: -0.8,
    valueShown: 1,
    valueMissing: -1.5,
    thingShown: 1,
    thingMissing: -2,
    thingSibling: 0.5,
    otherSubject: -0.7,
    onlyMissing: -0.3,
    aim: -0.8,
    scope: -1,
    planned: -0.3,
    question: -0.5,
    pointer: -0.3,
    label: -0.8,
    brief: -0.5,
    long: -0.3,
    borrowed: -0.3,
  },
};
