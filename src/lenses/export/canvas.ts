import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.ts';

export type Colour = readonly [number, number, number];

/** A sheet of squares on which bars, lines and dots are drawn: enough for a chart in a Word file. Words stand beside it. */
export interface Canvas {
  width: number;
  height: number;
  rectangle: (box: { x: number; y: number; width: number; height: number }, colour: Colour) => void;
  line: (from: Point, to: Point, style: { colour: Colour; thick?: number }) => void;
  disc: (at: Point, style: { colour: Colour; radius: number }) => void;
  png: () => Uint8Array;
}

export interface Point {
  x: number;
  y: number;
}

/** A white canvas, in pixels. */
export function openCanvas(width: number, height: number): Canvas {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  const dot = (x: number, y: number, colour: Colour) => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels.set(colour, (y * width + x) * 3);
  };
  const rectangle: Canvas['rectangle'] = (box, colour) => {
    const [right, bottom] = [Math.round(box.x + box.width), Math.round(box.y + box.height)];
    for (let y = Math.round(box.y); y < bottom; y++) for (let x = Math.round(box.x); x < right; x++) dot(x, y, colour);
  };
  return {
    width,
    height,
    rectangle,
    line: (from, to, { colour, thick = 2 }) => {
      const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)));
      for (let step = 0; step <= steps; step++) {
        const x = from.x + ((to.x - from.x) * step) / steps - thick / 2;
        const y = from.y + ((to.y - from.y) * step) / steps - thick / 2;
        rectangle({ x, y, width: thick, height: thick }, colour);
      }
    },
    disc: ({ x, y }, { colour, radius }) => {
      for (let dy = -radius; dy <= radius; dy++) {
        const half = Math.floor(Math.sqrt(radius * radius - dy * dy));
        rectangle({ x: x - half, y: y + dy, width: half * 2, height: 1 }, colour);
      }
    },
    png: () => encode(pixels, width, height),
  };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A picture of 8-bit colours as PNG (ISO/IEC 15948), every line unfiltered. */
function encode(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
