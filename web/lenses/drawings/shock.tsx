import type { z } from 'zod';
import type { ShockDrawing } from '../../../src/lenses/schema.ts';
import { sayDay } from '../../ui/dates.ts';
import { sayNumber } from '../say-figure.ts';
import { useLensWords } from '../words.ts';

type Shocks = z.infer<typeof ShockDrawing>;
type Shock = Shocks['shocks'][number];

/** Hours of residents in each fortnight around what happened: the usual as a line, the fortnight it settled marked. */
export function ShockPicture({ drawing }: { drawing: Shocks }) {
  return (
    <div className="shocks">
      {drawing.shocks.map((shock) => (
        <OneShock key={shock.key} shock={shock} />
      ))}
    </div>
  );
}

function OneShock({ shock }: { shock: Shock }) {
  const { say, language } = useLensWords();
  const most = Math.max(1, ...shock.windows.map(({ hours }) => hours), shock.baseline ?? 0);
  const settled = shock.windows.find((window) => !window.before && window.settled)?.from;
  return (
    <figure className="shock">
      <figcaption className="shock-words">
        <strong>{shock.name}</strong>
        <span>{sayDay(shock.from, language)}</span>
        {shock.baseline === null ? null : (
          <span className="key-usual">{say('draw.shock-baseline', { value: sayNumber(shock.baseline, 'hours') })}</span>
        )}
        {settled ? (
          <span className="key-settled">
            {say('draw.settled')} {sayDay(settled, language)}
          </span>
        ) : null}
      </figcaption>
      <ol className="shock-windows" aria-label={say('draw.shock')}>
        {shock.windows.map((window) => (
          <li key={window.from} className={classOf(window, settled)}>
            <span className="shock-hours">{sayNumber(window.hours, 'hours')}</span>
            <span className="shock-bar" style={{ height: `${(100 * window.hours) / most}px` }} aria-hidden="true" />
            <span className="shock-day note">{sayDay(window.from, language)}</span>
          </li>
        ))}
        {shock.baseline === null ? null : (
          <li
            className="shock-baseline"
            aria-hidden="true"
            style={{ bottom: `calc(var(--shock-foot) + ${(100 * shock.baseline) / most}px)` }}
          />
        )}
      </ol>
    </figure>
  );
}

function classOf({ from, before }: Shock['windows'][number], settled: string | undefined): string {
  if (before) return 'shock-before';
  return from === settled ? 'shock-after shock-settled' : 'shock-after';
}
