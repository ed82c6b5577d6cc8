import { type ReactNode, useId, useState } from 'react';

interface NumberFactProps {
  value: ReactNode;
  unit?: ReactNode;
  /** What the number says. */
  words: string;
  late?: boolean;
  /** How it is counted: with it, the words are underlined and open it. */
  rule?: ReactNode;
}

/** A big value and a small unit. Whatever is counted opens how it is counted. */
export function NumberFact({ value, unit, words, late = false, rule }: NumberFactProps) {
  const [open, setOpen] = useState(false);
  const place = useId();
  return (
    <div className="number-fact">
      <dt>
        {rule ? (
          <button type="button" aria-expanded={open} aria-controls={place} onClick={() => setOpen(!open)}>
            {words}
          </button>
        ) : (
          words
        )}
        {rule && open ? (
          <span id={place} className="note" style={{ display: 'block' }}>
            {rule}
          </span>
        ) : null}
      </dt>
      <dd>
        <strong className={late ? 'late' : ''}>{value}</strong>
        {unit ? <> {unit}</> : null}
      </dd>
    </div>
  );
}
