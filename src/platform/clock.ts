/** Tells the time. Passed in, so that tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The calendar day in China at an instant, as YYYY-MM-DD. */
export function dayInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}

const DAY_MS = 24 * 3600_000;

/** From when to when a calendar day (YYYY-MM-DD) lasts in China; `to` is the first instant that is not of it. */
export function instantsOf(day: string): { from: Date; to: Date } {
  const from = new Date(`${day}T00:00:00+08:00`);
  return { from, to: new Date(from.getTime() + DAY_MS) };
}

/** The hour and minute of an instant in China, HH:MM. */
export function timeInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(11, 16);
}
