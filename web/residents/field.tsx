import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  wrong?: string | undefined;
  onText: (text: string) => void;
  /** More than one line. */
  long?: boolean;
}

type Control = Omit<InputHTMLAttributes<HTMLInputElement> & TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'>;

/** A label, a control, and below it what is wrong. The residents' own: the staff's would bring the staff's pages along. */
export function TextField({ label, hint, wrong, onText, long = false, ...control }: FieldProps & Control) {
  const id = useId();
  const below = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  const described = {
    ...control,
    id,
    'aria-describedby': below || undefined,
    'aria-invalid': wrong ? (true as const) : undefined,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {long ? <textarea {...described} className="input area" /> : <input {...described} className="input" />}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {wrong ? (
        <p className="field-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
