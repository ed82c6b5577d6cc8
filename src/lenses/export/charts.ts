import type { Drawing } from '../schema.ts';
import { type Canvas, type Colour, openCanvas, type Point } from './canvas.ts';

/** The colours of the pages, in print. */
const INK: Colour = [34, 38, 31];
const GREEN: Colour = [42, 101, 69];
const TINT: Colour = [156, 188, 163];
const TRACK: Colour = [236, 232, 219];
const PALE: Colour = [201, 194, 174];
const GRAIN: Colour = [169, 124, 21];
const BLUE: Colour = [60, 104, 204];

const WIDTH = 1040;
const EDGE = 24;

/** A chart without words: they stand in the table under it, in the same order. Null where there is nothing to draw. */
export function chartOf(drawing: Drawing): Canvas | null {
  switch (drawing.kind) {
    // Sentences: the table says them.
    case 'stages':
      return null;
    case 'bars':
      return bars(drawing.bars);
    case 'survival':
      return survival(drawing.curves);
    case 'network':
      return network(drawing);
    case 'shock':
      return shocks(drawing.shocks);
    case 'places':
      return bars(
        drawing.places.map(({ area, served, eligible }) => ({
          key: area,
          did: served ?? 0,
          all: eligible,
          open: 0,
          broad: null,
        })),
      );
  }
}

type Bars = Extract<Drawing, { kind: 'bars' }>['bars'];
const BAR = { height: 22, gap: 12 };

function bars(list: Bars): Canvas | null {
  const most = Math.max(0, ...list.map(({ did, all, open }) => (all ?? did) + open));
  if (most === 0) return null;
  const canvas = openCanvas(WIDTH, list.length * (BAR.height + BAR.gap) + 2 * EDGE);
  const scale = (WIDTH - 2 * EDGE) / most;
  list.forEach(({ did, all, open, broad }, nth) => {
    const y = EDGE + nth * (BAR.height + BAR.gap);
    const bar = (from: number, to: number, colour: Colour) =>
      canvas.rectangle({ x: EDGE + from * scale, y, width: (to - from) * scale, height: BAR.height }, colour);
    bar(0, all ?? did, TRACK);
    if (broad !== null) bar(0, broad, TINT);
    bar(0, did, GREEN);
    // Not watched long enough: outside the bar, only its edge.
    if (open > 0) bar((all ?? did) + open - 2 / scale, (all ?? did) + open, PALE);
  });
  return canvas;
}

type Curves = Extract<Drawing, { kind: 'survival' }>['curves'];
const CURVE_COLOURS = [GREEN, GRAIN, BLUE, INK];
const CURVE_HEIGHT = 420;

function axes(canvas: Canvas): void {
  const bottom = canvas.height - EDGE;
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const y = bottom - share * (bottom - EDGE);
    canvas.line(
      { x: EDGE, y },
      { x: WIDTH - EDGE, y },
      { colour: share === 0 ? INK : TRACK, thick: share === 0 ? 2 : 1 },
    );
  }
}

function survival(curves: Curves): Canvas | null {
  const last = Math.max(0, ...curves.flatMap(({ steps, censored }) => [...steps.map(({ time }) => time), ...censored]));
  if (last === 0) return null;
  const canvas = openCanvas(WIDTH, CURVE_HEIGHT);
  axes(canvas);
  const bottom = CURVE_HEIGHT - EDGE;
  const at = (time: number, share: number): Point => ({
    x: EDGE + (time / last) * (WIDTH - 2 * EDGE),
    y: bottom - share * (bottom - EDGE),
  });
  curves.forEach(({ steps, censored }, nth) => {
    const colour = CURVE_COLOURS[nth % CURVE_COLOURS.length] as Colour;
    let [time, share] = [0, 1];
    for (const step of [...steps, { time: Math.max(last, ...censored), share: steps.at(-1)?.share ?? 1 }]) {
      canvas.line(at(time, share), at(step.time, share), { colour, thick: 3 });
      canvas.line(at(step.time, share), at(step.time, step.share), { colour, thick: 3 });
      [time, share] = [step.time, step.share];
    }
  });
  return canvas;
}

type Network = Extract<Drawing, { kind: 'network' }>;

/** Round in the order of the table, the station in the middle. */
function network({ nodes, ties }: Network): Canvas | null {
  if (nodes.length === 0) return null;
  const canvas = openCanvas(WIDTH, 720);
  const [middle, radius] = [{ x: WIDTH / 2, y: 360 }, 310];
  const around = nodes.filter(({ station }) => !station).length;
  let placed = 0;
  const at = nodes.map(({ station }): Point => {
    if (station) return middle;
    const angle = (2 * Math.PI * placed++) / around - Math.PI / 2;
    return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  });
  for (const { from, to } of ties.filter(({ without }) => !without)) {
    canvas.line(at[from] as Point, at[to] as Point, { colour: PALE, thick: 1 });
  }
  for (const { from, to } of ties.filter(({ without }) => without)) {
    canvas.line(at[from] as Point, at[to] as Point, { colour: INK, thick: 3 });
  }
  nodes.forEach(({ station, remains }, i) => {
    canvas.disc(at[i] as Point, { colour: station ? BLUE : remains ? GREEN : GRAIN, radius: station ? 16 : 10 });
  });
  return canvas;
}

type Shocks = Extract<Drawing, { kind: 'shock' }>['shocks'];

function shocks(list: Shocks): Canvas | null {
  const windows = list.flatMap((shock) => shock.windows);
  const most = Math.max(0, ...windows.map(({ hours }) => hours));
  if (most === 0) return null;
  const canvas = openCanvas(WIDTH, 360);
  const width = (WIDTH - 2 * EDGE) / windows.length;
  windows.forEach(({ hours, before, settled }, nth) => {
    const height = (hours / most) * (360 - 2 * EDGE);
    const colour = before ? TINT : settled ? GRAIN : GREEN;
    canvas.rectangle({ x: EDGE + nth * width + 4, y: 360 - EDGE - height, width: width - 8, height }, colour);
  });
  canvas.line({ x: EDGE, y: 360 - EDGE }, { x: WIDTH - EDGE, y: 360 - EDGE }, { colour: INK });
  return canvas;
}
