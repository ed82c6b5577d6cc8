import { STRATEGIES } from '../../../src/ledger/codes.ts';
import type { BarsDrawing, Reading, Value } from '../../../src/lenses/schema.ts';
import type { z } from 'zod';
import { Fragment } from 'react';
import { StrictBroadBar, useStrictBroad } from '../share-bar.tsx';
import { Told, ToldSmall } from '../told.tsx';
import { besideBars } from '../values.tsx';
import { useLensWords } from '../words.ts';

type Bars = z.infer<typeof BarsDrawing>;
type Bar = Bars['bars'][number];

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;
const endOf = (bar: Bar): number => Math.max(bar.all ?? bar.did, bar.did) + bar.open;

/** Bars that start at 0: steps of a funnel, hours by strategy or phase, sources of money. */
export function BarsPicture({ reading, drawing }: { reading: Reading; drawing: Bars }) {
  const { say, both } = useLensWords();
  const most = Math.max(1, ...drawing.bars.map(endOf));
  const shares = drawing.bars.some((bar) => bar.broad !== null);
  const funnel = !shares && drawing.bars.some((bar) => bar.all !== null);
  const besideKeys = besideBars(reading);
  const beside = reading.values.filter(({ key }) => besideKeys.includes(key));
  const lines = drawing.bars.flatMap((bar) => {
    const value = reading.values.find((one) => one.key === bar.key);
    return value ? [{ bar, value }] : [];
  });
  return (
    <div className={shares ? 'bars bars-shares' : 'bars'}>
      <ul>
        {lines.map(({ bar, value }, nth) => {
          const before = lines[nth - 1]?.value.group?.key;
          const heads = value.group && value.group.key !== before ? both(value.group.label) : undefined;
          return (
            <Fragment key={bar.key}>
              {heads ? (
                <li className="bars-group">
                  {heads}
                  {beside
                    .filter(({ group }) => group?.key === value.group?.key)
                    .map((one) => (
                      <span key={one.key} className="note">
                        {both(one.label)} <Told reading={reading} value={one} />
                      </span>
                    ))}
                </li>
              ) : null}
              {shares ? (
                <ShareLine reading={reading} value={value} />
              ) : (
                <BarLine reading={reading} value={value} bar={bar} most={most} />
              )}
            </Fragment>
          );
        })}
      </ul>
      {funnel ? <FunnelKey /> : null}
      {shares ? <p className="note">{say('draw.strict')}</p> : null}
    </div>
  );
}

interface LineProps {
  reading: Reading;
  value: Value;
}

type BarLineProps = LineProps & { bar: Bar; most: number };

function BarLine({ reading, value, bar, most }: BarLineProps) {
  const { say, both } = useLensWords();
  const all = Math.max(bar.all ?? bar.did, bar.did);
  const term = STRATEGIES.find((one) => one === bar.key);
  const nothing = bar.did === 0 && all === 0 && bar.open === 0;
  return (
    <li className="bar-line">
      <span className="bar-label">
        {both(value.label)} {term ? <span className="note">{say(`term.${term}`)}</span> : null}
      </span>
      <span className="bar-track" aria-hidden="true">
        {nothing ? <span className="bar-nothing" /> : null}
        <span className="bar-did" style={{ width: percent(bar.did / most) }} />
        <span className="bar-rest" style={{ width: percent((all - bar.did) / most) }} />
        <span className="bar-open" style={{ width: percent(bar.open / most) }} />
        {value.interval && bar.all !== null && value.unit !== 'yuan' ? (
          <span
            className="whisker"
            style={{
              left: percent((value.interval.lower * all) / most),
              width: percent(((value.interval.upper - value.interval.lower) * all) / most),
            }}
          />
        ) : null}
      </span>
      <span className="bar-told">
        {nothing && value.status !== 'suppressed' ? (
          <span className="waiting">{say('draw.none')}</span>
        ) : (
          <Told reading={reading} value={value} />
        )}
        {nothing ? null : <ToldSmall value={value} />}
        {bar.open > 0 ? <span className="note">{say('draw.open-count', { count: bar.open })}</span> : null}
      </span>
    </li>
  );
}

function FunnelKey() {
  const { say } = useLensWords();
  return (
    <p className="bars-key note" aria-hidden="true">
      <span className="key-did">{say('draw.did')}</span>
      <span className="key-rest">{say('draw.rest')}</span>
      <span className="key-open">{say('draw.open')}</span>
      <span className="key-whisker">{say('draw.whisker')}</span>
    </p>
  );
}

function ShareLine({ reading, value }: LineProps) {
  const { both } = useLensWords();
  const ends = useStrictBroad(value);
  return (
    <li className="share-line">
      <span className="share-name">
        <strong>{both(value.label)}</strong>
      </span>
      {ends ? (
        <StrictBroadBar strict={ends.strict} broad={ends.broad} />
      ) : (
        <span className="share-bar share-none" aria-hidden="true" />
      )}
      <span className="share-told">
        <Told reading={reading} value={value} ends={ends?.words} />
        <ToldSmall value={value} />
      </span>
    </li>
  );
}
