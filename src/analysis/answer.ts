/**
 * What a method says when its data are good but cannot answer: why, never NaN and never a made-up number.
 * Every result carries a `status`; `ok` comes with the fields of the method, anything else with reasons alone.
 */

export type Unable =
  | 'too-few' // fewer rows, events or clusters than the method needs
  | 'no-variation' // everyone equal
  | 'separation' // a covariate tells the outcome exactly
  | 'collinear' // one covariate follows from others
  | 'undefined' // the quantity does not exist for these data
  | 'no-convergence';

export interface Unanswered {
  status: Unable;
  /** Keys in kebab-case, most important first. */
  reasons: string[];
}

/** `answer` with status ok and the cautions that go with it. */
export function answered<T extends object>(answer: T, reasons: string[] = []): T & { status: 'ok'; reasons: string[] } {
  return { status: 'ok', reasons, ...answer };
}

export function unanswered(status: Unable, ...reasons: string[]): Unanswered {
  return { status, reasons };
}

/** The estimate stands between `lower` and `upper`; null where the limit does not exist. */
export interface Interval {
  lower: number;
  upper: number;
}
