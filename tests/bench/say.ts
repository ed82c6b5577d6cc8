import { quantile } from './client.ts';

/** Prints one figure. */
export const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);
export const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Milliseconds that work takes. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Prints median and 95th percentile of some work, warmed up; answers the median in milliseconds. */
export async function latency(what: string, times: number, work: () => Promise<void>): Promise<number> {
  for (let warm = 0; warm < Math.ceil(times / 5); warm++) await work();
  const sample: number[] = [];
  for (let run = 0; run < times; run++) sample.push(await timed(work));
  const middle = quantile(sample, 0.5);
  say(what, `p50 ${ms(middle)}   p95 ${ms(quantile(sample, 0.95))}`);
  return middle;
}
