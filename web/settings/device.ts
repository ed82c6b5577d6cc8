export const DEVICES = ['wechat', 'android', 'iphone', 'windows', 'mac', 'linux', 'other'] as const;
export type Device = (typeof DEVICES)[number];

/** The kind of device a browser says it is, in words a person can tell hers by. */
export function deviceOf(browser: string): Device {
  if (/MicroMessenger/i.test(browser)) return 'wechat';
  if (/iPhone|iPad/i.test(browser)) return 'iphone';
  if (/Android|HarmonyOS/i.test(browser)) return 'android';
  if (/Windows/i.test(browser)) return 'windows';
  if (/Mac OS X/i.test(browser)) return 'mac';
  return /Linux/i.test(browser) ? 'linux' : 'other';
}
