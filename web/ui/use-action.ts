import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askAnew } from '../api/ask-anew.ts';
import { type Failure, failureOf } from '../api/failure.ts';

/** Something done at once and not through the outbox: whether it is on its way, and what went wrong. */
export interface Action {
  busy: boolean;
  failure: Failure | undefined;
  /** True when it succeeded. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
}

export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, run };
}

/**
 * An action that changes something. It stays busy until all that is shown has been asked for anew, so that nobody
 * presses a second time on what is saved already; after a refusal too it is asked anew, for somebody else may have
 * changed it. Only what leaves a page that is gone by it belongs to the work itself: the page would ask for what is no
 * longer there.
 */
export function useChange(): Action {
  const client = useQueryClient();
  const action = useAction();
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    const done = await action.run(async () => {
      await work();
      await askAnew(client);
    });
    if (!done) void askAnew(client);
    return done;
  }
  return { ...action, run };
}

/** The sentence about one field of a refused input, by the last part of its path. */
export function fieldSentence(failure: Failure | undefined, field: string): string | undefined {
  return failure?.fields.find((one) => one.path.at(-1) === field)?.message;
}
