import type { z } from 'zod';
import type { Reading, SurvivalDrawing } from '../../../src/lenses/schema.ts';
import { Grain } from '../../ui/grain.tsx';
import { reasonOf } from '../say-figure.ts';
import { useWidth } from '../use-width.ts';
import { useLensWords } from '../words.ts';
import { bandPath, marksUntil, type Scale, stepPath } from './layout.ts';

type Survival = z.infer<typeof SurvivalDrawing>;
type Curve = Survival['curves'][number];

const EDGE = { left: 44, right: 12, top: 10, bottom: 30 };
const HEIGHT = 240;
const TONES = ['one', 'two', 'three', 'four'] as const;

/** A curve stops where the list of who is still watched stops, else at the last day of anybody. */
const endOf = (curve: Curve): number =>
  Math.max(0, ...curve.steps.map(({ time }) => time), ...curve.censored, ...curve.atRisk.map(({ time }) => time));

/** Curves that are compared with each other stand in one picture: those with the same word before the colon. */
function compared(curves: readonly Curve[]): Curve[][] {
  const groups = new Map<string, Curve[]>();
  for (const curve of curves) {
    const [group = ''] = curve.key.split(':');
    groups.set(group, [...(groups.get(group) ?? []), curve]);
  }
  return [...groups.values()];
}

/** Steps of leaving: band, ticks for people still going, half-way mark, and who is still watched below the axis. */
export function SurvivalPicture({ reading, drawing }: { reading: Reading; drawing: Survival }) {
  const { say, both } = useLensWords();
  const groupOf = ([first]: Curve[]) => reading.values.find(({ key }) => key === first?.key)?.group;
  /** Curves that are compared have a p of their own; without one, why they cannot be compared. */
  const lackOf = (group: string | undefined): string | undefined => {
    const p = reading.values.find(({ key }) => key === `${group}:p`);
    return p && p.value === null ? reasonOf(p, { say }) : undefined;
  };
  return (
    <>
      <div className="survivals">
        {compared(drawing.curves).map((curves) => {
          const group = groupOf(curves);
          const head = group ? both(group.label) : undefined;
          const lack = lackOf(group?.key);
          // One curve with nothing beside it is that of everybody, which D2 draws.
          return lack && curves.length === 1 ? (
            <section key={curves[0]?.key}>
              <h3>{head}</h3>
              <Lack lack={lack} />
            </section>
          ) : (
            <Curves key={curves[0]?.key} all={curves} head={head} lack={lack} />
          );
        })}
      </div>
      <p className="note">{say('draw.survival-note')}</p>
    </>
  );
}

function Lack({ lack }: { lack: string }) {
  const { say } = useLensWords();
  return (
    <p className="pattern pattern-no-data">
      <Grain kind="dashed" /> <strong>{say('pattern.no-data')}</strong> {lack}
    </p>
  );
}

interface CurvesProps {
  all: Curve[];
  head: string | undefined;
  lack: string | undefined;
}

function Curves({ all, head, lack }: CurvesProps) {
  const { say, both } = useLensWords();
  const [place, width] = useWidth<HTMLDivElement>();
  const curves = all.slice(0, TONES.length);
  const until = Math.max(1, ...curves.map(endOf));
  const scale: Scale = {
    x: (time) => EDGE.left + (Math.max(1, width - EDGE.left - EDGE.right) * time) / until,
    y: (share) => EDGE.top + (HEIGHT - EDGE.top - EDGE.bottom) * (1 - share),
  };
  return (
    <figure className="survival">
      {head ? <h3>{head}</h3> : null}
      {lack ? <Lack lack={lack} /> : null}
      <div ref={place}>
        {width > 0 ? (
          <svg width={width} height={HEIGHT} role="img" aria-label={say('draw.survival')}>
            <Axes scale={scale} until={until} width={width} />
            {curves.map((curve, nth) => (
              <CurveLine key={curve.key} curve={curve} scale={scale} tone={TONES[nth] ?? 'one'} />
            ))}
          </svg>
        ) : null}
      </div>
      <AtRisk curves={curves} />
      <figcaption className="note">
        {curves.map((curve, nth) => (
          <span key={curve.key} className={`survival-median${curves.length > 1 ? ` key-curve-${TONES[nth]}` : ''}`}>
            {curves.length > 1 ? `${both(curve.label)}：` : ''}
            {curve.median === null
              ? say('draw.median-none')
              : say('draw.median', { day: Math.round(curve.median) }) + medianLimits(curve, say)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function medianLimits({ medianInterval }: Curve, say: ReturnType<typeof useLensWords>['say']): string {
  if (!medianInterval || (medianInterval.lower === null && medianInterval.upper === null)) return '';
  const [from, to] = [medianInterval.lower, medianInterval.upper].map((one) =>
    one === null ? say('draw.limit-unknown') : Math.round(one),
  );
  return `${say('list.comma')}${say('figure.interval', { interval: say('figure.to', { from: from ?? '', to: to ?? '' }) })}`;
}

function Axes({ scale, until, width }: { scale: Scale; until: number; width: number }) {
  return (
    <g className="axes">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={EDGE.left} x2={width - EDGE.right} y1={scale.y(share)} y2={scale.y(share)} className="grid-line" />
          <text x={EDGE.left - 8} y={scale.y(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      {marksUntil(until).map((day) => (
        <text key={day} x={scale.x(day)} y={HEIGHT - 8} textAnchor={day === 0 ? 'start' : 'middle'}>
          {Math.round(day)}
        </text>
      ))}
    </g>
  );
}

function CurveLine({ curve, scale, tone }: { curve: Curve; scale: Scale; tone: string }) {
  const until = endOf(curve);
  const shareAt = (time: number) => curve.steps.filter((step) => step.time <= time).at(-1)?.share ?? 1;
  return (
    <g className={`curve curve-${tone}`}>
      <path className="band" d={bandPath(curve.steps, until, scale)} />
      <path className="step" d={stepPath(curve.steps, until, scale)} />
      {[...new Set(curve.censored)]
        .filter((time) => time <= until)
        .map((time) => (
          <line
            key={time}
            className="tick"
            x1={scale.x(time)}
            x2={scale.x(time)}
            y1={scale.y(shareAt(time)) - 5}
            y2={scale.y(shareAt(time)) + 5}
          />
        ))}
      {curve.median === null ? null : (
        <path className="half-way" d={`M${scale.x(0)} ${scale.y(0.5)}H${scale.x(curve.median)}V${scale.y(0)}`} />
      )}
    </g>
  );
}

function AtRisk({ curves }: { curves: Curve[] }) {
  const { say, both } = useLensWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="at-risk-place" aria-label={say('draw.at-risk')} tabIndex={0}>
      <table className="at-risk">
        <tbody>
          {curves.map((curve) => (
            <tr key={curve.key}>
              <th scope="row">{curves.length > 1 ? both(curve.label) : say('draw.at-risk')}</th>
              {curve.atRisk.slice(0, 7).map(({ time, n }) => (
                <td key={time}>
                  <span className="note">{say('draw.day', { day: Math.round(time) })}</span> <strong>{n}</strong>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
