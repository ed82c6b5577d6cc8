/** Covariates of a regression, checked and laid out as one row a unit. */
import { checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { methodError } from '../method-error.ts';

export interface Covariate {
  name: string;
  values: ArrayLike<number>;
}

/** Rows of the covariates, centred on their means (which makes the arithmetic safe and changes no slope). */
export interface Design {
  names: string[];
  rows: Float64Array[];
  means: number[];
  /** Largest less smallest value of each covariate. */
  ranges: number[];
}

/** `n` rows of the covariates; throws where a value is missing. */
export function designOf(covariates: readonly Covariate[], n: number): Design {
  if (covariates.length === 0) throw methodError({ reason: 'no-covariates', column: 'covariates' });
  for (const covariate of covariates) {
    checkSome(covariate);
    checkSameLength({ name: 'time', values: { length: n } }, covariate);
    checkNumbers(covariate);
  }
  const columns = covariates.map(({ values }) => Float64Array.from(values));
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / n);
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.from(columns, (column, j) => (column[i] as number) - (means[j] as number)),
  );
  const ranges = columns.map(
    (column) => column.reduce((a, b) => Math.max(a, b)) - column.reduce((a, b) => Math.min(a, b)),
  );
  return { names: covariates.map(({ name }) => name), rows, means, ranges };
}
