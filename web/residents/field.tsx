import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import { PHONE } from '../../src/platform/phone.ts';
import type { Say } from './words.ts';

interface FieldProps {
  label: string;
  hint?: string;
  wrong?: string | undefined;
  onText: (text: string) => void;
  /** More than one line. */
  long?: boolean;
}

type Control = Omit<InputHTMLAttributes<HTMLInputElement> & TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'>;

/**
 * A label, a control, and below it what is wrong. The residents' own: the staff's would bring the staff's pages along. What
 * others typed on a shared phone is not offered.
 */
export function TextField({ label, hint, wrong, onText, long = false, ...control }: FieldProps & Control) {
  const id = useId();
  const below = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  const described = {
    autoComplete: 'off',
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

interface PhoneProps {
  say: Say;
  value: string;
  onText: (text: string) => void;
  wrong: string | undefined;
}

/** Whether a telephone number can be one; none at all may be given. */
export const isPhone = (text: string): boolean => PHONE.test(text.trim());

/** A telephone number, if one likes. */
export function PhoneField({ say, ...control }: PhoneProps) {
  const told = { label: say('go-phone'), hint: say('go-phone-why') };
  return <TextField {...told} {...control} type="tel" maxLength={20} />;
}

interface SendProps {
  say: Say;
  busy: boolean;
  wrong: string | undefined;
  children: string;
}

/** What went wrong with the whole form, and the button that sends it. */
export function SendButton({ say, busy, wrong, children }: SendProps) {
  return (
    <>
      {wrong ? (
        <p className="field-wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <button type="submit" className="resident-again" disabled={busy}>
        {busy ? say('sending') : children}
      </button>
    </>
  );
}
