// Where a use case needs the value or nothing: an outcome's expected failure becomes the call's error.
import { AppError, type Outcome } from '../../contract/outcome.ts';

/** The value of an outcome, or its failure thrown as an AppError. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new AppError(outcome.error.code, outcome.error.text, outcome.error.params);
}
