/** full 有凭证 or done, half 有记录 or stored here, hollow 只听说 or still to do, dashed 没记到: no data. */
export type GrainKind = 'full' | 'half' | 'hollow' | 'dashed';
type Tone = 'grain' | 'green' | 'gold' | 'red';

const OUTLINE = 'M9.6 1.2C12.8 6.6 13.6 14.6 3.2 20.8C-0.4 14.2 0.2 5.8 9.6 1.2Z';
const LOWER_HALF = 'M1.1 10.6L11.5 13.4C10.3 16.1 7.8 18.5 3.2 20.8C1.6 17.6 0.9 14.1 1.1 10.6Z';

/** One grain 禾: it always counts or states something. With a label it speaks; without, it is decoration. */
export function Grain({
  kind,
  tone = 'grain',
  size = 1,
  label,
}: {
  kind: GrainKind;
  tone?: Tone;
  size?: number;
  label?: string;
}) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label or is hidden; a title would pop up under the pointer
    <svg className={`grain grain-${tone}`} viewBox="0 0 13 22" style={{ height: `${size}em` }} {...spoken}>
      {kind === 'full' ? <path d={OUTLINE} fill="currentColor" /> : null}
      {kind === 'half' ? <path d={LOWER_HALF} fill="currentColor" /> : null}
      {kind === 'full' ? null : (
        <path
          d={OUTLINE}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.9}
          strokeLinejoin="round"
          {...(kind === 'dashed' ? { strokeDasharray: '2.4 2.3' } : {})}
        />
      )}
    </svg>
  );
}

/** As many grains as there are things: first the done ones, then those still to do. Spoken once, as a sentence. */
export function GrainCount({ done, open, label }: { done: number; open: number; label: string }) {
  const small = done + open > 10;
  const kinds: GrainKind[] = [...Array<GrainKind>(done).fill('full'), ...Array<GrainKind>(open).fill('hollow')];
  return (
    <span className={small ? 'grain-count grain-count-small' : 'grain-count'} role="img" aria-label={label}>
      {kinds.map((kind, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grains have no identity but their place
        <Grain key={place} kind={kind} size={small ? 0.8 : 1.25} />
      ))}
    </span>
  );
}

/** The ear: the sign of the house. */
export function Ear() {
  return (
    <svg className="ear" viewBox="0 0 24 34" aria-hidden="true">
      <path d="M12 13V33" stroke="var(--heli-pri)" strokeWidth="2.6" strokeLinecap="round" />
      <g fill="var(--heli-grain)">
        <path d="M12 1C14.8 4.2 15.3 8 12 11.6C8.7 8 9.2 4.2 12 1Z" />
        <path d="M3.4 9.6C7.8 10.2 10.6 12.6 10.8 17.2C6.4 16.8 3.4 14 3.4 9.6Z" />
        <path d="M20.6 9.6C16.2 10.2 13.4 12.6 13.2 17.2C17.6 16.8 20.6 14 20.6 9.6Z" />
        <path d="M3.4 17.6C7.8 18.2 10.6 20.6 10.8 25.2C6.4 24.8 3.4 22 3.4 17.6Z" />
        <path d="M20.6 17.6C16.2 18.2 13.4 20.6 13.2 25.2C17.6 24.8 20.6 22 20.6 17.6Z" />
      </g>
    </svg>
  );
}
