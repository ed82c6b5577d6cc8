import type { NetworkNode } from './network-parts.ts';

const R = 8;

/** Corners of a regular shape, the first at the top. */
function corners(count: number, radius = R): string {
  return Array.from({ length: count }, (_, nth) => {
    const turn = (2 * Math.PI * nth) / count - Math.PI / 2;
    return `${(radius * Math.cos(turn)).toFixed(2)},${(radius * Math.sin(turn)).toFixed(2)}`;
  }).join(' ');
}

/** A party's mark: colour and shape by its sector; the word stands beside it. */
export function SectorMark({ sector }: { sector: NetworkNode['sector'] }) {
  const fill = `var(--heli-sector-${sector})`;
  switch (sector) {
    case 'administration':
      return <rect x={-R + 1} y={-R + 1} width={2 * R - 2} height={2 * R - 2} fill={fill} />;
    case 'committee':
      return <polygon points={corners(4, R + 1)} fill={fill} />;
    case 'social-work':
      return (
        <>
          <circle r={R + 5} fill="none" stroke={fill} strokeWidth={2} />
          <circle r={R} fill={fill} />
        </>
      );
    case 'resident-group':
      return <polygon points={corners(6)} fill={fill} />;
    case 'enterprise':
      return <polygon points={corners(3, R + 1)} fill={fill} />;
    case 'charity':
      return <path d={`M-3 -8H3V-3H8V3H3V8H-3V3H-8V-3H-3Z`} fill={fill} />;
    case 'school-other':
      return <polygon points={corners(5)} fill={fill} />;
    default:
      return <circle r={R} fill={fill} />;
  }
}
