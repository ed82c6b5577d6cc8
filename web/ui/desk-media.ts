import { useSyncExternalStore } from 'react';

const desk = matchMedia('(min-width: 900px)');

/** Whether the page stands on a desk: rail, tables and calendars instead of bar, rows and wheels. */
export function onDesk(): boolean {
  return desk.matches;
}

function subscribe(listener: () => void): () => void {
  desk.addEventListener('change', listener);
  return () => desk.removeEventListener('change', listener);
}

export function useOnDesk(): boolean {
  return useSyncExternalStore(subscribe, onDesk);
}
