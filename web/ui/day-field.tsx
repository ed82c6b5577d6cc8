import { lazy, Suspense, useRef } from 'react';
import { onDesk } from './desk-media.ts';
import { Field } from './field.tsx';

interface DayFieldProps {
  label: string;
  value: string;
  onDay: (day: string) => void;
  from?: string;
  to?: string;
  wrong?: string | undefined;
  id?: string;
}

const DeskDay = lazy(() => import('../desk/desk-day.tsx').then((module) => ({ default: module.DeskDay })));

/** A calendar day: the phone's own wheel on a phone, a calendar to type into on a desk. */
export function DayField({ label, value, onDay, from, to, wrong, id }: DayFieldProps) {
  const focused = useRef(false);
  return (
    <Field label={label} wrong={wrong} id={id}>
      {(described) => {
        if (!onDesk())
          return (
            <input
              {...described}
              type="date"
              className="input"
              value={value}
              min={from}
              max={to}
              onChange={(event) => onDay(event.target.value)}
            />
          );
        return (
          // Not to be typed into until the calendar is there: what was typed would be lost with the field.
          <Suspense
            fallback={
              <input
                {...described}
                className="input"
                value={value}
                readOnly
                onFocus={() => (focused.current = true)}
                onBlur={() => (focused.current = false)}
              />
            }
          >
            <DeskDay described={described} value={value} onDay={onDay} from={from} to={to} focused={focused} />
          </Suspense>
        );
      }}
    </Field>
  );
}
