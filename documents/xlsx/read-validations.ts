// Data validations as stated, plain ones (`dataValidations`, ECMA-376-1 §18.3.1.33) and those of Excel 2010 whose
// lists stand on other sheets (`x14:dataValidations`, [MS-XLSX] §2.6.6): ranges and rules, never single cells.
import type { Rect, Validation } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { decodeXstring } from '../xml/escape.ts';
import type { Attributes } from '../xml/stream.ts';
import { parseRanges } from './reference.ts';
import { isTrue } from './styles.ts';

export interface ValidationRule {
  validation: Validation;
  /** Formulas without the leading equals sign; empty when absent. */
  formula1: string;
  formula2: string;
  /** Excel refuses other input (stop style, errors shown). */
  strict: boolean;
}

export interface ValidationCollector {
  rules: ValidationRule[];
  open(local: string, attributes: Attributes): void;
  close(local: string): void;
  text(piece: string): void;
}

const kinds: readonly Validation['kind'][] = [
  'list',
  'whole',
  'decimal',
  'date',
  'time',
  'textLength',
  'custom',
];

const names = [
  'type',
  'operator',
  'showErrorMessage',
  'errorStyle',
  'promptTitle',
  'prompt',
  'errorTitle',
  'error',
  'sqref',
] as const;
type Stated = Partial<Record<(typeof names)[number], string | undefined>>;

function statedOf(attributes: Attributes): Stated {
  return Object.fromEntries(names.map(name => [name, attributes.get(name)]));
}

/** Both forms differ only in where the formula and the ranges stand, so one collector reads both. */
export function collectValidations(budget: Budget): ValidationCollector {
  const rules: ValidationRule[] = [];
  let attributes: Stated | null = null;
  let formula1 = '';
  let formula2 = '';
  let ranges = '';
  let into: 'formula1' | 'formula2' | 'ranges' | null = null;

  return {
    rules,
    open(local, given) {
      if (local === 'dataValidation') {
        attributes = statedOf(given);
        formula1 = '';
        formula2 = '';
        ranges = attributes.sqref ?? '';
      } else if (local === 'formula1' || local === 'formula2') into = local;
      else if (local === 'sqref') into = 'ranges';
    },
    close(local) {
      if (local === 'formula1' || local === 'formula2' || local === 'sqref') into = null;
      if (local !== 'dataValidation' || !attributes) return;
      const rects = parseRanges(ranges);
      budget.spend('validations', rects.length);
      rules.push(ruleOf(attributes, rects, formula1.trim(), formula2.trim()));
      attributes = null;
    },
    text(piece) {
      if (!attributes || !into) return;
      if (into === 'formula1') formula1 += piece;
      else if (into === 'formula2') formula2 += piece;
      else ranges += piece;
    },
  };
}

function ruleOf(attributes: Stated, rects: Rect[], formula1: string, formula2: string): ValidationRule {
  const kind = kinds.find(known => known === attributes.type) ?? 'none';
  const words = (name: 'promptTitle' | 'prompt' | 'errorTitle' | 'error') =>
    attributes[name] ? decodeXstring(attributes[name]) : null;
  return {
    validation: {
      rects,
      kind,
      options: null,
      promptTitle: words('promptTitle'),
      prompt: words('prompt'),
      errorTitle: words('errorTitle'),
      error: words('error'),
      maxLength: kind === 'textLength' ? longest(attributes.operator ?? 'between', formula1, formula2) : null,
    },
    formula1: formula1.replace(/^=/, ''),
    formula2: formula2.replace(/^=/, ''),
    strict: isTrue(attributes.showErrorMessage) && (attributes.errorStyle ?? 'stop') === 'stop',
  };
}

/** The most characters a text length rule lets through, when its bound is a plain number. */
function longest(operator: string, formula1: string, formula2: string): number | null {
  const bound = Number(operator === 'between' ? formula2 : formula1);
  if (!Number.isInteger(bound) || bound < 0) return null;
  if (operator === 'between' || operator === 'lessThanOrEqual' || operator === 'equal') return bound;
  return operator === 'lessThan' ? Math.max(0, bound - 1) : null;
}
