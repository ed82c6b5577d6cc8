import { registerSW } from 'virtual:pwa-register';
import { useSyncExternalStore } from 'react';

const HOUR = 3600_000;
let ready = false;
let putOn: ((reload?: boolean) => Promise<void>) | undefined;
const listeners = new Set<() => void>();

/** Lets the service worker keep the pages, so that they open without network; a newer version waits to be put on. */
export function startUpdates(): void {
  putOn = registerSW({
    onNeedRefresh() {
      ready = true;
      for (const listener of listeners) listener();
    },
    onRegisteredSW(_, registration) {
      // A desk's page may stay open for weeks.
      if (registration) setInterval(() => void registration.update().catch(() => {}), HOUR);
    },
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a newer version is ready, and how to put it on. What was typed stays: drafts outlive the reload. */
export function useUpdate(): { ready: boolean; putOn: () => void } {
  const now = useSyncExternalStore(subscribe, () => ready);
  return { ready: now, putOn: () => void putOn?.(true) };
}
