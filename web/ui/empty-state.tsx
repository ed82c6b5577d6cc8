import type { ReactNode } from 'react';
import { Grain } from './grain.tsx';

/** Honest emptiness: a dashed grain, what is missing, what to record, and one button that starts it. */
export function EmptyState({ missing, todo, children }: { missing: string; todo?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-first waiting">
        <Grain kind="dashed" size={1.2} />
        {missing}
      </p>
      {todo ? <p className="quiet">{todo}</p> : null}
      {children}
    </div>
  );
}
