/** Tells the time. Passed in, so that tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** What clocks in China show at an instant: YYYY-MM-DDTHH:MM:SS. One offset all year, and no summer time since 1992. */
export function clockInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 19);
}

/** The calendar day in China at an instant, as YYYY-MM-DD. */
export function dayInChina(at: Date): string {
  return clockInChina(at).slice(0, 10);
}

/** Day and minute in China at an instant, as YYYY-MM-DD HH:MM. */
export function minuteInChina(at: Date): string {
  return clockInChina(at).slice(0, 16).replace('T', ' ');
}

const DAY_MS = 24 * 3600_000;

/** From when to when a calendar day (YYYY-MM-DD) lasts in China; `to` is the first instant that is not of it. */
export function instantsOf(day: string): { from: Date; to: Date } {
  const from = new Date(`${day}T00:00:00+08:00`);
  return { from, to: new Date(from.getTime() + DAY_MS) };
}
