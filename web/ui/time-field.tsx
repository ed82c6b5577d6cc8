import { lazy, Suspense } from 'react';
import { onDesk } from './desk-media.ts';
import { Field } from './field.tsx';

interface TimeFieldProps {
  label: string;
  /** 09:00; an hour that is emptied stays as it was. */
  value: string;
  onTime: (time: string) => void;
}

const DeskTime = lazy(() => import('../desk/desk-time.tsx').then((module) => ({ default: module.DeskTime })));

/** An hour: the phone's own wheel on a phone, 24 hours to be typed or chosen on a desk, whatever the browser speaks. */
export function TimeField({ label, value, onTime }: TimeFieldProps) {
  return (
    <Field label={label}>
      {(described) => {
        if (!onDesk())
          return (
            <input
              {...described}
              type="time"
              className="input"
              value={value}
              onChange={(event) => event.target.value && onTime(event.target.value)}
            />
          );
        return (
          // Not to be typed into until the picker is there, like the day.
          <Suspense fallback={<input {...described} className="input" value={value} readOnly />}>
            <DeskTime described={described} value={value} onTime={onTime} />
          </Suspense>
        );
      }}
    </Field>
  );
}
