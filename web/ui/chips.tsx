import { type ReactNode, useId } from 'react';

export interface Chip<Value extends string | number> {
  value: Value;
  words: string;
}

interface ChipsProps<Value extends string | number> {
  /** The question the chips answer. */
  label: string;
  /** At the right of the question: 可选几样, or what a choice means. */
  hint?: ReactNode;
  chips: readonly Chip<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  /** Several may be chosen; else the second one replaces the first. */
  several?: boolean;
  columns?: number;
  /** What is wrong with the answer, and what it should be. */
  wrong?: string | undefined;
  id?: string;
  children?: ReactNode;
}

/** Answers to touch instead of typing: real radio buttons or checkboxes, 48 high. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>) {
  const { label, hint, chips, chosen, onChange, several = false, columns, wrong, id, children } = props;
  const name = useId();
  function touch(value: Value, on: boolean): void {
    if (!several) onChange([value]);
    else onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  }
  return (
    <fieldset
      className="chips-field"
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={wrong ? `${name}-wrong` : undefined}
    >
      <legend className="chips-question">
        <span className="field-label">{label}</span>
        {hint ? <span className="chips-hint">{hint}</span> : null}
      </legend>
      <div className="chips" style={columns ? { ['--columns' as string]: columns } : undefined} data-columns={columns}>
        {chips.map((chip) => (
          <label className="chip" key={chip.value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(chip.value)}
              onChange={(event) => touch(chip.value, event.target.checked)}
            />
            <span>{chip.words}</span>
          </label>
        ))}
      </div>
      {children}
      {wrong ? (
        <p className="field-wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </fieldset>
  );
}
