import { useId } from 'react';
import { onDesk } from '../../ui/desk-media.ts';
import { useWidth } from '../use-width.ts';
import type { Reading } from '../../../src/lenses/schema.ts';
import { Told } from '../told.tsx';
import { useLensWords } from '../words.ts';
import { arrange, type Drawn, type Network } from './network-parts.ts';
import { SectorMark } from './sector-mark.tsx';

const MOST = { desk: 26, phone: 12 };

/** Who did things with whom: black without the station, pale only at its occasions; what holds together is shaded. */
export function NetworkPicture({ reading, drawing }: { reading: Reading; drawing: Network }) {
  const { say } = useLensWords();
  const [place, width] = useWidth<HTMLDivElement>();
  const note = useId();
  if (drawing.ties.length === 0) return <p className="quiet">{say('draw.network-none')}</p>;
  const most = onDesk() ? MOST.desk : MOST.phone;
  const height = Math.max(320, Math.min(drawing.nodes.length, most) * 21);
  const drawn = arrange(drawing, { width, height, most });
  return (
    <figure className="network">
      <Removal reading={reading} />
      <div ref={place} className={drawn.ties.length > 90 ? 'network-dense' : undefined}>
        {width > 0 ? (
          <svg width={width} height={height} role="img" aria-label={say('draw.network')} aria-describedby={note}>
            <Remaining drawn={drawn} />
            <Ties drawn={drawn} />
            <Parties drawn={drawn} />
          </svg>
        ) : null}
      </div>
      <figcaption className="network-key note" id={note}>
        <span className="key-without">{say('draw.tie-without')}</span>
        <span className="key-with">{say('draw.tie-with')}</span>
        <span className="key-remains">{say('draw.remains')}</span>
        <span>{say('draw.meeting-is-not-working')}</span>
        {drawn.total > most ? <span>{say('draw.network-part', { total: drawn.total, count: most })}</span> : null}
      </figcaption>
      <TiesInWords drawing={drawing} />
    </figure>
  );
}

/** What is left when the station goes, both ends: the upper alone would flatter. */
function Removal({ reading }: { reading: Reading }) {
  const { say } = useLensWords();
  const [lower, upper] = ['removal-lower', 'removal-upper'].map((key) => reading.values.find((one) => one.key === key));
  if (!lower || lower.numerator === null || !upper || upper.numerator === null) return null;
  const ends = say('draw.removal-ends', { from: lower.numerator, to: upper.numerator });
  return (
    <p className="removal">
      {say('draw.removal', { total: lower.denominator ?? 0 })} <Told reading={reading} value={lower} ends={ends} />
    </p>
  );
}

type PlacedTie = Drawn['ties'][number] & { one: Drawn['nodes'][number]; other: Drawn['nodes'][number] };

function placed({ nodes, ties }: Drawn): PlacedTie[] {
  return ties.flatMap((tie) => {
    const [one, other] = [nodes[tie.from], nodes[tie.to]];
    return one && other ? [{ ...tie, one, other }] : [];
  });
}

/** The part that is left: a broad shade under its ties and marks. */
function Remaining({ drawn }: { drawn: Drawn }) {
  return (
    <g className="network-remains">
      {placed(drawn)
        .filter(({ one, other, without }) => one.remains && other.remains && without)
        .map(({ one, other }) => (
          <line key={`${one.key} ${other.key}`} x1={one.x} y1={one.y} x2={other.x} y2={other.y} />
        ))}
      {drawn.nodes
        .filter((node) => node.remains)
        .map((node) => (
          <circle key={node.key} cx={node.x} cy={node.y} r={18} />
        ))}
    </g>
  );
}

function Ties({ drawn }: { drawn: Drawn }) {
  const lines = placed(drawn).sort((one, other) => Number(one.without) - Number(other.without));
  return (
    <g>
      {lines.map(({ one, other, without }) => (
        <line
          key={`${one.key} ${other.key}`}
          className={without ? 'tie-without' : 'tie-with'}
          x1={one.x}
          y1={one.y}
          x2={other.x}
          y2={other.y}
        />
      ))}
    </g>
  );
}

const ANCHOR = { left: 'end', right: 'start', middle: 'middle' } as const;
const short = (name: string): string => (name.length > 9 ? `${name.slice(0, 8)}…` : name);

function Parties({ drawn }: { drawn: Drawn }) {
  const { say } = useLensWords();
  return (
    <g>
      {drawn.nodes.map((node) => {
        const aside = { left: -15, right: 15, middle: 0 }[node.side];
        const below = node.side === 'middle' ? 30 : -1;
        return (
          <g key={node.key} transform={`translate(${node.x} ${node.y})`}>
            <title>{node.name}</title>
            <SectorMark sector={node.sector} />
            <text x={aside} y={below} textAnchor={ANCHOR[node.side]} className="party-name">
              {node.station ? say('draw.station') : short(node.name)}
            </text>
            {node.station ? null : (
              <text x={aside} y={below + 14} textAnchor={ANCHOR[node.side]} className="party-sector">
                {say(`sector.${node.sector}`)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The same in words, for whoever cannot see the picture. */
function TiesInWords({ drawing }: { drawing: Network }) {
  const { say } = useLensWords();
  const nameOf = (nth: number) => drawing.nodes[nth]?.name ?? '';
  return (
    <details className="network-words">
      <summary>{say('draw.network-list')}</summary>
      <ul>
        {drawing.ties.map(({ from, to, times, without }) => (
          <li key={`${from} ${to}`}>
            {say('draw.network-tie', { one: nameOf(from), other: nameOf(to), times })}
            {without ? <span className="quiet"> {say('draw.tie-without')}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
