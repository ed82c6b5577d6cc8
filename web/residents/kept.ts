import { useSyncExternalStore } from 'react';

/** What this phone keeps of what its owner said: nothing of it is sent. */
export interface KeptComing {
  id: string;
  name: string;
  people: number;
}

export interface KeptProposal {
  code: string;
  what: string;
}

const MOST = 20;
const listeners = new Set<() => void>();
const COMING = 'heli-coming-';
const PROPOSALS = 'heli-proposals-';
const comingPlace = (notice: string) => COMING + notice;
const proposalsPlace = (slug: string) => PROPOSALS + slug;

function read<Value>(place: string): Value | undefined {
  try {
    const kept = localStorage.getItem(place);
    return kept ? (JSON.parse(kept) as Value) : undefined;
  } catch {
    return undefined; // a private window keeps nothing
  }
}

function write(place: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // Storage may be closed: what was said stands at the station all the same.
  }
  for (const listener of listeners) listener();
}

/** What this phone said about a notice. */
export const findKeptComing = (notice: string) => read<KeptComing>(comingPlace(notice));
export const keepComing = (notice: string, said: KeptComing | undefined) => write(comingPlace(notice), said);

/** What this phone proposed to a station, the latest first. */
export const listKeptProposals = (slug: string) => read<KeptProposal[]>(proposalsPlace(slug)) ?? [];
export function keepProposal(slug: string, proposal: KeptProposal): void {
  write(proposalsPlace(slug), [proposal, ...listKeptProposals(slug)].slice(0, MOST));
}

function keptPlaces(): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(COMING) || place.startsWith(PROPOSALS));
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether this phone keeps anything of what was said. */
export const useHasKept = (): boolean => useSyncExternalStore(subscribe, () => keptPlaces().length > 0);

/** Wipes it all: the phone may be somebody else's. */
export function forgetAll(): void {
  for (const place of keptPlaces()) write(place, undefined);
}
