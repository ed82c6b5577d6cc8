import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

interface FieldProps {
  label: string;
  /** Quiet words below: what it is for, what was understood. */
  hint?: ReactNode;
  wrong?: string | undefined;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, a control, and below it what is understood or what is wrong. `id` lets an error summary lead here. */
export function Field({
  label,
  hint,
  wrong,
  id,
  children,
}: FieldProps & { id?: string | undefined; children: (described: Described) => ReactNode }) {
  const own = useId();
  const place = id ?? own;
  const below = [hint ? `${place}-hint` : '', wrong ? `${place}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={place}>
        {label}
      </label>
      {children({ id: place, 'aria-describedby': below || undefined, 'aria-invalid': wrong ? true : undefined })}
      {hint ? (
        <div className="field-hint" id={`${place}-hint`}>
          {hint}
        </div>
      ) : null}
      {wrong ? (
        <p className="field-wrong" id={`${place}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & { onText: (text: string) => void };

export function TextField({ label, hint, wrong, onText, id, className = '', ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      {(described) => (
        <input
          {...input}
          {...described}
          className={`input ${className}`}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaFieldProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & { onText: (text: string) => void };

export function TextAreaField({ label, hint, wrong, onText, id, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      {(described) => (
        <textarea
          rows={2}
          {...area}
          {...described}
          className="input area"
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & { onText: (text: string) => void };

export function SelectField({ label, hint, wrong, onText, id, children, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} id={id}>
      {(described) => (
        <select {...select} {...described} className="input" onChange={(event) => onText(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}
