import { flushSync } from 'react-dom';
import { onDesk } from './desk-media.ts';

/**
 * Shows a folded part of a page (`show` draws it, under this id), brings it into sight and puts the focus on its first
 * field: on a phone it would stay hidden behind the bar at the bottom.
 */
export function reveal(id: string, show: () => void): void {
  flushSync(show);
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: onDesk() ? 'nearest' : 'start' });
  part?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
}
