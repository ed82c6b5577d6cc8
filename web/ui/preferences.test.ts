import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a device that turns dark is followed, though the page is drawn between the change and its being told', async () => {
  // As Chromium does it: whoever reads `matches` after a change is told the new value, and nobody is told of the change.
  let dark = false;
  let told = (_: { matches: boolean }) => {};
  let reads = 0;
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      reads += 1;
      return dark;
    },
    addEventListener: (_: string, listener: typeof told) => (told = listener),
  }));
  const root = { classList: { toggle: () => {} }, dataset: { theme: '' }, lang: '' };
  vi.stubGlobal('document', { documentElement: root });
  vi.resetModules();
  const { showPreferences, themeInUse } = await import('./preferences.ts');
  showPreferences();
  expect([root.dataset.theme, reads]).toEqual(['light', 1]);
  dark = true;
  expect(themeInUse()).toBe('light'); // not yet told, so the whole page is still light
  if (reads === 1) told({ matches: dark });
  expect([root.dataset.theme, themeInUse()]).toEqual(['dark', 'dark']);
});
