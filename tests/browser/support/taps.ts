import type { Page } from 'playwright-core';

/** Counts what a finger does from now on, as the page itself sees it. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number };
    counted.taps = 0;
    addEventListener('pointerdown', () => counted.taps++, true);
  });
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}
