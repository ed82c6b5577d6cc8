/**
 * Question: what goes with getting there in a period, among those not there yet?
 * Formula: logit or cloglog of the hazard = α + βᵀx on unit-period rows, by iteratively reweighted least squares;
 *   errors from the expected information, or robust by cluster (sandwich; `correction` G/(G−1) or none).
 *   Firth: the logit likelihood with Jeffreys' penalty, finite even where a covariate tells the outcome exactly.
 * Assumptions: covariates known before the period; rows of a unit stop at its event.
 * When not to use it: fewer than 10 events a parameter (`reasons` says so); all mechanisms in one model of 31 provinces.
 * Cost: O(rounds · n p²). Source: Allison 1982, doi:10.2307/270718; Firth 1993, doi:10.1093/biomet/80.1.27;
 *   Heinze & Schemper 2002, doi:10.1002/sim.1047; = glm(binomial) and sandwich::vcovCL of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { invertSymmetric, type Rows, sandwich, times } from '../linear.ts';
import { deviance, fitBinary, type Link, scoresOf } from './binary-fit.ts';
import { coefficientsOf } from './cox.ts';
import { type Covariate, designOf } from './design.ts';

export interface DiscreteTimeInput {
  /** 1 in the period of the event, else 0. */
  event: ArrayLike<number>;
  covariates: readonly Covariate[];
  link?: Link;
  /** Unit of each row: asks for robust errors. */
  cluster?: ArrayLike<string>;
  /** `clusters`: variance times G/(G − 1), as sandwich does by default. */
  correction?: 'none' | 'clusters';
  /** Penalty against separation and small samples; logit only. */
  firth?: boolean;
  level?: number;
}

/** Coefficients, the first of them `(intercept)`; their `hazardRatio` is the odds ratio for logit. */
export function discreteTime(input: DiscreteTimeInput) {
  const { event, covariates, link = 'logit', firth = false, level = 0.95 } = input;
  checkRows(input);
  const design = designOf(covariates, event.length);
  const events = Array.from(event).filter((e) => e === 1).length;
  if (events === 0 || events === event.length)
    return unanswered('no-variation', events === 0 ? 'no-events' : 'only-events');
  if (firth && link !== 'logit') return unanswered('undefined', 'firth-needs-logit');
  const flat = design.names.filter((_, j) => design.ranges[j] === 0);
  if (flat.length > 0) return unanswered('no-variation', ...flat.map((name) => `all-equal-${name}`));
  const rows = design.rows.map((row) => Float64Array.of(1, ...row));
  const fit = fitBinary({ rows, event, link, firth });
  if (!('beta' in fit)) return explain(fit.status, { names: design.names, ranges: design.ranges, beta: fit.last });
  const own = invertSymmetric(fit.information) as Rows;
  const robust = input.cluster ? clustered(own, scoresOf({ rows, event, link, firth }, fit.beta), input) : own;
  const backTo = (matrix: Rows) => uncentre(matrix, design.means);
  const beta = [
    (fit.beta[0] as number) - design.means.reduce((sum, m, j) => sum + m * (fit.beta[j + 1] as number), 0),
    ...fit.beta.slice(1),
  ];
  const perParameter = events / covariates.length;
  const value = deviance(fit.probabilities, event);
  return answered(
    {
      n: event.length,
      events,
      coefficients: coefficientsOf(['(intercept)', ...design.names], beta, {
        covariance: backTo(robust),
        naive: backTo(own),
        level,
      }),
      logLikelihood: [-deviance(new Float64Array(event.length).fill(events / event.length), event) / 2, -value / 2] as [
        number,
        number,
      ],
      deviance: value,
      aic: value + 2 * beta.length,
      eventsPerParameter: perParameter,
    },
    perParameter < 10 ? ['fewer-than-10-events-per-parameter'] : [],
  );
}

function checkRows({ event, cluster }: DiscreteTimeInput): void {
  checkSome({ name: 'event', values: event });
  checkNumbers({ name: 'event', values: event }, { min: 0, max: 1, integer: true });
  if (!cluster) return;
  checkSameLength({ name: 'event', values: event }, { name: 'cluster', values: cluster });
  checkLabels({ name: 'cluster', values: cluster });
}

function clustered(bread: Rows, scores: Rows, { cluster, correction }: DiscreteTimeInput): Rows {
  const clusters = cluster as ArrayLike<string>;
  const groups = new Set(Array.from(clusters)).size;
  const factor = correction === 'clusters' ? groups / (groups - 1) : 1;
  return sandwich(bread, scores, clusters).map((row) => row.map((x) => x * factor));
}

function explain(
  status: 'separation' | 'collinear' | 'no-convergence',
  at: { names: string[]; ranges: number[]; beta: Float64Array },
) {
  if (status !== 'separation')
    return unanswered(status, status === 'collinear' ? 'covariates-follow-from-each-other' : 'likelihood-still-rises');
  const endless = at.names.filter((_, j) => Math.abs(at.beta[j + 1] as number) * (at.ranges[j] as number) > 10);
  return unanswered('separation', ...endless.map((name) => `separates-${name}`), 'firth-would-answer');
}

/** Covariance of the coefficients when the covariates are not centred. */
function uncentre(covariance: Rows, means: number[]): Rows {
  const shift = [1, ...means.map((m) => -m)];
  const first = times(covariance, shift);
  const corner = first.reduce((sum, x, j) => sum + x * (shift[j] as number), 0);
  return covariance.map((row, i) =>
    row.map((x, j) =>
      i === 0 && j === 0 ? corner : i === 0 ? (first[j] as number) : j === 0 ? (first[i] as number) : x,
    ),
  );
}
