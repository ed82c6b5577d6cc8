/**
 * Question: what goes with leaving sooner, several things at once?
 * Formula: h(t|x) = h₀(t) exp(βᵀx); β maximises the partial likelihood (Newton–Raphson, halving steps), ties after
 *   Efron (default) or Breslow; se from the information, or robust by cluster from the score residuals.
 * Assumptions: hazards in proportion (test: proportional-hazards.ts), censoring says nothing.
 * When not to use it: fewer than 10 events a covariate (`reasons` says so); covariates that are known only later.
 * Cost: O(n log n + rounds · n p²). Source: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Lin & Wei 1989,
 *   doi:10.1080/01621459.1989.10478874 (robust); = coxph of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkSameLength } from '../check.ts';
import { normalQuantile, normalTwoSided } from '../distributions.ts';
import { invertSymmetric, type Rows, sandwich, times } from '../linear.ts';
import { type CoxData, coxLikelihood, type CoxOrder, coxOrder, type Likelihood, type Ties } from './cox-likelihood.ts';
import { scoreResiduals } from './cox-residuals.ts';
import { type Covariate, type Design, designOf } from './design.ts';
import { proportionalHazards } from './proportional-hazards.ts';
import { checkSpells, type Spells } from './spells.ts';

export interface CoxInput {
  spells: Spells;
  covariates: readonly Covariate[];
  ties?: Ties;
  strata?: ArrayLike<string>;
  /** Rows of one unit: asks for robust errors. */
  cluster?: ArrayLike<string>;
  level?: number;
}

/** Coefficients with hazard ratios, log likelihoods [null, model], and the test of proportional hazards. */
export function cox(input: CoxInput) {
  const { spells, ties = 'efron', cluster } = input;
  const design = checkCox(input);
  const strata = input.strata ?? new Array<string>(spells.time.length).fill('');
  const data: CoxData = { spells, rows: design.rows, ties, strata };
  const events = Array.from(spells.event).filter((e) => e === 1).length;
  if (events === 0) return unanswered('too-few', 'no-events');
  const flat = design.names.filter((_, j) => design.ranges[j] === 0);
  if (flat.length > 0) return unanswered('no-variation', ...flat.map((name) => `all-equal-${name}`));
  const fit = maximise(data, design);
  if ('status' in fit) return fit;
  const covariance = cluster
    ? sandwich(fit.covariance, scoreResiduals(data, fit.order, fit.beta), cluster)
    : fit.covariance;
  const perParameter = events / design.names.length;
  return answered(
    {
      n: spells.time.length,
      events,
      coefficients: coefficientsOf(design.names, fit.beta, {
        covariance,
        naive: fit.covariance,
        level: input.level ?? 0.95,
      }),
      logLikelihood: [fit.null, fit.likelihood.value] as [number, number],
      eventsPerParameter: perParameter,
      rounds: fit.rounds,
      proportionalHazards: proportionalHazards(data, fit.order, { beta: fit.beta, names: design.names }),
    },
    perParameter < 10 ? ['fewer-than-10-events-per-parameter'] : [],
  );
}

function checkCox({ spells, covariates, strata, cluster }: CoxInput): Design {
  checkSpells(spells);
  for (const [name, values] of [['strata', strata] as const, ['cluster', cluster] as const]) {
    if (!values) continue;
    checkSameLength({ name: 'time', values: spells.time }, { name, values });
    checkLabels({ name, values });
  }
  return designOf(covariates, spells.time.length);
}

interface Fit {
  beta: Float64Array;
  likelihood: Likelihood;
  covariance: Rows;
  order: CoxOrder;
  null: number;
  rounds: number;
}

/** A covariate whose effect over its range passes e²⁰ is told apart from the outcome by nothing. */
const WITHOUT_LIMIT = 20;
const MOST_ROUNDS = 50;

function maximise(data: CoxData, design: Design): Fit | ReturnType<typeof unanswered> {
  const order = coxOrder(data);
  let beta = new Float64Array(design.names.length);
  let likelihood = coxLikelihood(data, order, beta);
  const start = likelihood.value;
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    const covariance = invertSymmetric(likelihood.information);
    const endless = design.names.filter(
      (_, j) => Math.abs(beta[j] as number) * (design.ranges[j] as number) > WITHOUT_LIMIT,
    );
    if (endless.length > 0) return unanswered('separation', ...endless.map((name) => `separates-${name}`));
    if (!covariance) return unanswered('collinear', 'covariates-follow-from-each-other');
    const step = times(covariance, likelihood.score);
    const next = climb(data, order, { beta, step, from: likelihood.value });
    const moved = step.reduce((most, x, j) => Math.max(most, Math.abs(x) * (design.ranges[j] as number)), 0);
    [beta, likelihood] = [next.beta, next.likelihood];
    if (moved < 1e-9)
      return {
        beta,
        likelihood,
        covariance: invertSymmetric(likelihood.information) as Rows,
        order,
        null: start,
        rounds,
      };
  }
  return unanswered('no-convergence', 'likelihood-still-rises');
}

function climb(
  data: CoxData,
  order: CoxOrder,
  { beta, step, from }: { beta: Float64Array; step: number[]; from: number },
) {
  for (let half = 1; ; half /= 2) {
    const next = beta.map((b, j) => b + half * (step[j] as number)) as Float64Array<ArrayBuffer>;
    const likelihood = coxLikelihood(data, order, next);
    if (likelihood.value >= from - 1e-9 * Math.abs(from) || half < 1e-6) return { beta: next, likelihood };
  }
}

/** Coefficient, errors, z, p, and exp(coefficient) with its limits. */
export function coefficientsOf(
  names: string[],
  beta: ArrayLike<number>,
  { covariance, naive, level }: { covariance: Rows; naive: Rows; level: number },
) {
  const z = normalQuantile((1 + level) / 2);
  return names.map((name, j) => {
    const coef = beta[j] as number;
    const se = Math.sqrt(covariance[j]?.[j] as number);
    const [lower, upper] = [Math.exp(coef - z * se), Math.exp(coef + z * se)];
    const naiveSe = Math.sqrt(naive[j]?.[j] as number);
    return {
      name,
      coef,
      se,
      naiveSe,
      z: coef / se,
      p: normalTwoSided(coef / se),
      hazardRatio: Math.exp(coef),
      lower,
      upper,
    };
  });
}
