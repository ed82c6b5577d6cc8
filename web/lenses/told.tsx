import { createContext, useContext } from 'react';
import type { Reading, Value } from '../../src/lenses/schema.ts';
import { sayFigure } from './say-figure.ts';
import { useLensWords } from './words.ts';

/** What stands on the panel beside the page. */
export type Opened =
  | { kind: 'value'; measure: string; key: string }
  | { kind: 'definition'; measure: string }
  | { kind: 'study' }
  | { kind: 'methods' };

interface Panel {
  opened: Opened | undefined;
  open: (opened: Opened | undefined) => void;
}
export const PanelDoor = createContext<Panel>({ opened: undefined, open: () => {} });
export const usePanel = (): Panel => useContext(PanelDoor);

interface ToldProps {
  reading: Reading;
  value: Value;
  /** large: stands alone; small: in a table or a line. */
  size?: 'large' | 'small';
  /** Said instead of the number: both ends of a community share. */
  ends?: string | undefined;
}

/** A number as it may be shown; pressed, it opens how it is counted and its rows. */
export function Told({ reading, value, size = 'small', ends }: ToldProps) {
  const words = useLensWords();
  const { opened, open } = usePanel();
  const measure = reading.definition.id;
  const said = sayFigure(value, value.unit, words);
  const pressed = opened?.kind === 'value' && opened.measure === measure && opened.key === value.key;
  return (
    <button
      type="button"
      className={`told told-${size}${said.told ? '' : ' told-none'}`}
      aria-pressed={pressed}
      onClick={() => open(pressed ? undefined : { kind: 'value', measure, key: value.key })}
    >
      <strong>{ends ?? said.big}</strong>
      {said.unit && !ends ? <span className="told-unit"> {said.unit}</span> : null}
      <span className="unseen"> {words.both(value.label)}</span>
    </button>
  );
}

/** The counts and interval below a number, and its broad end where it is a community share. */
export function ToldSmall({ value }: { value: Value }) {
  const words = useLensWords();
  const said = sayFigure(value, value.unit, words);
  return said.small ? <span className="note told-small">{said.small}</span> : null;
}
