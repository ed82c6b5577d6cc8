import { clockInChina } from '../platform/clock.ts';
import type { PublicStation } from '../activities/schema.ts';

const MOST_BYTES = 75;

/** RFC 5545 §3.3.11: what stands in a text has meaning of its own. */
const safe = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545 §3.1: a line holds at most 75 bytes; what follows stands on the next one behind a space. No sign is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > MOST_BYTES) {
      parts.push(part);
      part = ' ';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n');
}

/** 20260626T090000: the hour as clocks in China show it. */
const inChina = (instant: Date) => clockInChina(instant).replace(/[-:]/g, '');
const inUtc = (instant: Date) => `${instant.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** The zone, said in the file as RFC 5545 §3.6.5 asks: China has one offset all year. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A notice as a calendar file (RFC 5545) that a phone opens, with a reminder two hours before. When it ends is not
 * known, and so is not said.
 * @param station who invites, and her phone
 */
export function calendarOf(
  notice: PublicStation['notices'][number],
  station: Pick<PublicStation, 'name' | 'phone'>,
  now: Date,
): string {
  const { id, title, startsAt, place, note } = notice;
  const more = [note, [station.name, station.phone].filter(Boolean).join(' ')].filter(Boolean).join('\n');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Heli//ZH',
    ...ZONE,
    'BEGIN:VEVENT',
    `UID:${id}@heli.invalid`,
    `DTSTAMP:${inUtc(now)}`,
    `DTSTART;TZID=Asia/Shanghai:${inChina(new Date(startsAt))}`,
    `SUMMARY:${safe(title)}`,
    ...(place ? [`LOCATION:${safe(place)}`] : []),
    `DESCRIPTION:${safe(more)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${safe(title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
