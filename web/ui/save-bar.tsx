import type { ReactNode } from 'react';

interface SaveBarProps {
  /** What is written without being asked, and the way to change it. */
  above?: ReactNode;
  /** What happens when one saves. */
  note?: ReactNode;
  children: ReactNode;
}

/** The bottom of a task: always in reach of the thumb on a phone, at the end of the form on a desk. */
export function SaveBar({ above, note, children }: SaveBarProps) {
  return (
    <div className="save-bar">
      {above}
      {children}
      {note ? <p className="save-bar-note">{note}</p> : null}
    </div>
  );
}
