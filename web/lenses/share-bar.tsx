import type { Value } from '../../src/lenses/schema.ts';
import { sayNumber } from './say-figure.ts';
import { useLensWords } from './words.ts';

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;

/** Dark: residents and groups. Tint: with the committee. Track: all. Both ends are written, never a midpoint. */
export function StrictBroadBar({ strict, broad }: { strict: number; broad: number }) {
  return (
    <span className="share-bar" aria-hidden="true">
      <span className="share-broad" style={{ width: percent(broad) }} />
      <span className="share-strict" style={{ width: percent(strict) }} />
    </span>
  );
}

/** 64.0% to 78.0%, or one number where the committee adds nothing; undefined where either end may not be told. */
export function useStrictBroad(value: Value): { strict: number; broad: number; words: string } | undefined {
  const { say } = useLensWords();
  const [strict, broad] = [value.value, value.broad?.value ?? null];
  if (strict === null || broad === null) return undefined;
  const [from, to] = [sayNumber(strict, 'share'), sayNumber(broad, 'share')];
  const words = from === to ? from : say('figure.to', { from, to });
  return { strict, broad, words };
}
