/** Where the marks of the drawings stand: pure, so that two periods of one network look alike. */

export interface Point {
  x: number;
  y: number;
}

/** How near the top and the foot of the round the first marks stand; nearer, the two sides would meet. */
const NEAR = 0.94;

/**
 * So many places on a round, down the right side and up the left, evenly by height: a name beside each mark then
 * has a line of its own.
 */
export function onRound(count: number, { rx, ry }: { rx: number; ry: number }): Point[] {
  const right = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, nth) => {
    const [side, place, many] = nth < right ? [1, nth, right] : [-1, count - 1 - nth, count - right];
    const height = many === 1 ? 0 : NEAR * ((2 * place) / (many - 1) - 1);
    return { x: side * rx * Math.sqrt(1 - height * height), y: ry * height };
  });
}

/** Steps drawn as one path: across, then down, from (0, 1). */
export function stepPath(steps: readonly { time: number; share: number }[], until: number, to: Scale): string {
  const [first, ...rest] = steps;
  // Nobody has left: the line stays at the top.
  if (!first) return `M${to.x(0)} ${to.y(1)}H${to.x(until)}`;
  const begin = first.time > 0 ? [`M${to.x(0)} ${to.y(1)}`, `H${to.x(first.time)}V${to.y(first.share)}`] : [];
  const start = begin.length > 0 ? begin : [`M${to.x(0)} ${to.y(first.share)}`];
  return [...start, ...rest.map(({ time, share }) => `H${to.x(time)}V${to.y(share)}`), `H${to.x(until)}`].join('');
}

export interface Scale {
  x: (value: number) => number;
  y: (value: number) => number;
}

type Banded = { time: number; lower: number | null; upper: number | null };

/** The band around steps: along the upper limits and back along the lower ones; where there is none, none. */
export function bandPath(steps: readonly Banded[], until: number, to: Scale): string {
  const known = steps.filter(
    (step): step is { time: number; lower: number; upper: number } => step.lower !== null && step.upper !== null,
  );
  return known
    .map(({ time, lower, upper }, nth) => {
      const end = known[nth + 1]?.time ?? until;
      return `M${to.x(time)} ${to.y(upper)}H${to.x(end)}V${to.y(lower)}H${to.x(time)}Z`;
    })
    .join('');
}

/** Round marks of an axis up to a largest value: at most five. */
export function marksUntil(most: number): number[] {
  if (most <= 0) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 3, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const count = Math.floor(most / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, nth) => nth * step);
}
