import { useCallback, useEffect, useRef, useState } from 'react';
import { database } from './database.ts';

/** A draft that outlives a reload: every change is stored on the device, saving clears it. */
export interface DraftState<T> {
  /** Undefined until the device has been asked. */
  value: T | undefined;
  restored: boolean;
  change: (part: Partial<T>) => void;
  clear: () => Promise<void>;
}

/** The draft at a place (what kind of form, for whom), of one account. */
export function useDraft<T extends object>(account: string, place: string, fresh: () => T): DraftState<T> {
  const key = `${account}/${place}`;
  const [value, setValue] = useState<T>();
  const [restored, setRestored] = useState(false);
  const latest = useRef<T>(undefined);
  const makeFresh = useRef(fresh);

  useEffect(() => {
    let left = false;
    void readDraft<T>(key).then((found) => {
      if (left) return;
      latest.current = { ...makeFresh.current(), ...found };
      setRestored(found !== undefined);
      setValue(latest.current);
    });
    return () => {
      left = true;
    };
  }, [key]);

  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...(latest.current ?? makeFresh.current()), ...part };
      setValue(latest.current);
      void writeDraft(account, key, latest.current);
    },
    [account, key],
  );
  const clear = useCallback(async () => {
    await (await database()).delete('drafts', key);
  }, [key]);
  return { value, restored, change, clear };
}

async function readDraft<T>(key: string): Promise<Partial<T> | undefined> {
  return (await (await database()).get('drafts', key))?.value as Partial<T> | undefined;
}

/** Stores a draft; also used to open a refused item again with what it held. */
export async function writeDraft(account: string, key: string, value: unknown): Promise<void> {
  await (await database()).put('drafts', { place: key, account, value, changedAt: new Date().toISOString() });
}

/** What was written about one person belongs to another after all. */
export async function moveDraft(account: string, from: string, to: string): Promise<void> {
  const store = await database();
  const draft = await store.get('drafts', `${account}/${from}`);
  if (!draft) return;
  await writeDraft(account, `${account}/${to}`, draft.value);
  await store.delete('drafts', draft.place);
}
