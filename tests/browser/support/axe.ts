import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the dark only the colours differ. */
const RULES = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };

/** Runs axe in the page itself: our pages hold no frames of others. It is brought into a page once, for bringing it takes as long as its looking. */
async function analyse(page: Page, rules: string[] | undefined): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate((names) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const options = names ? { runOnly: names } : {};
    return axe.run(document, { ...options, resultTypes: ['violations'] });
  }, rules);
}

/** What axe finds serious or critical on a page, in sentences. */
export async function faults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const { violations } = await analyse(page, RULES[colorScheme]);
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) =>
      one.nodes.map(
        (node) => `${one.id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      ),
    );
}
