import type { ReactNode } from 'react';

/** A list of rows with hairlines between, on one sheet; no boxes inside. */
export function RowList({
  label,
  note,
  children,
}: {
  label?: string | undefined;
  note?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="rows-section">
      {label ? <h2 className="rows-label">{label}</h2> : null}
      {note ? <p className="note inset">{note}</p> : null}
      <ul className="rows card">{children}</ul>
    </section>
  );
}

interface RowProps {
  /** Bold, first. */
  name: ReactNode;
  /** Beside the name: what tells it from others of that name. */
  beside?: ReactNode;
  /** One reason for being here. */
  reason?: ReactNode;
  /** One action at the right edge. */
  action?: ReactNode;
  children?: ReactNode;
}

export function Row({ name, beside, reason, action, children }: RowProps) {
  return (
    <li className="row">
      <div className="row-words">
        <div className="row-first">
          <span className="row-name">{name}</span>
          {beside ? <span className="row-beside words">{beside}</span> : null}
        </div>
        {reason ? <div className="row-reason words">{reason}</div> : null}
        {children}
      </div>
      {action ? <div className="row-action">{action}</div> : null}
    </li>
  );
}
