import { useSyncExternalStore } from 'react';

/** What one person likes on this device. Kept in the browser; nothing of it is sent. */
export interface Preferences {
  language: 'zh' | 'en';
  large: boolean;
  theme: 'auto' | 'light' | 'dark';
}

const PLACE = 'heli-preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const standard: Preferences = { language: 'zh', large: false, theme: 'auto' };
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Preferences>) };
  } catch {
    // Storage may be closed (a private window): the standard then serves.
    return standard;
  }
}

export function getPreferences(): Preferences {
  return current;
}

/** Changes a preference, keeps it, and shows it at once. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(PLACE, JSON.stringify(current));
  } catch {
    // Not kept, but shown until the page is left.
  }
  follow();
}

function follow(): void {
  showPreferences();
  for (const listener of listeners) listener();
}

const darkness = matchMedia('(prefers-color-scheme: dark)');
// Read once, then only told: whoever reads `matches` between a change and its event loses the event.
let darkDevice = darkness.matches;

darkness.addEventListener('change', ({ matches }) => {
  darkDevice = matches;
  current = { ...current }; // another object, or nobody who shows them would draw anew
  follow();
});

/** Dark or light, as chosen or as the device says. */
export function themeInUse(): 'light' | 'dark' {
  if (current.theme !== 'auto') return current.theme;
  return darkDevice ? 'dark' : 'light';
}

/** Puts the preferences on the document, where the tokens read them. */
export function showPreferences(): void {
  const root = document.documentElement;
  root.classList.toggle('large', current.large);
  root.dataset.theme = themeInUse();
  root.lang = current.language === 'zh' ? 'zh-CN' : 'en';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, getPreferences);
}
