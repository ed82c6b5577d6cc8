import { useState } from 'react';

interface Wrong {
  field: string;
  word: string;
}

/**
 * What keeps a form from being saved: what the last try to save found (`check` is that try) and has not been put right
 * since. What was begun after it may still be unfinished, and is not wrong before the next try.
 */
export function useWrongs<W extends Wrong>(find: () => W[]): { wrongs: W[]; check: () => W[] } {
  const [told, setTold] = useState<W[]>([]);
  const isTold = (one: W) => told.some(({ field, word }) => field === one.field && word === one.word);
  const wrongs = told.length > 0 ? find().filter(isTold) : told;
  // What has been put right once is not told again while it is written anew.
  if (wrongs.length < told.length) setTold(wrongs);
  function check(): W[] {
    const found = find();
    setTold(found);
    return found;
  }
  return { wrongs, check };
}
