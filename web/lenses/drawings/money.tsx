import type { z } from 'zod';
import type { BarsDrawing, Reading } from '../../../src/lenses/schema.ts';
import { sayNumber } from '../say-figure.ts';
import { Told } from '../told.tsx';
import { useLensWords } from '../words.ts';

type Bars = z.infer<typeof BarsDrawing>;

/** Where money comes from: one bar, a piece for each kind of giver, its yuan and its share below. */
export function MoneyPicture({ reading, drawing }: { reading: Reading; drawing: Bars }) {
  const { say, both } = useLensWords();
  const all = Math.max(1, ...drawing.bars.map(({ all: whole }) => whole ?? 0));
  return (
    <div className="money">
      <span className="money-bar" aria-hidden="true">
        {drawing.bars.map(({ key, did }) => (
          <span key={key} style={{ flexGrow: did / all, background: `var(--heli-sector-${key})` }} />
        ))}
      </span>
      <ul className="money-list">
        {drawing.bars.map(({ key, did }) => {
          const value = reading.values.find((one) => one.key === key);
          return value ? (
            <li key={key}>
              <span className="money-mark" style={{ background: `var(--heli-sector-${key})` }} aria-hidden="true" />
              {both(value.label)} <strong>{sayNumber(did, 'yuan')}</strong> {say('unit.yuan')}{' '}
              <Told reading={reading} value={value} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
