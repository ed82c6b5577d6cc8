import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { RefObject } from 'react';
import { DeskTheme } from './theme.tsx';

interface DeskDayProps {
  described: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
  value: string;
  onDay: (day: string) => void;
  from: string | undefined;
  to: string | undefined;
  /** Somebody is already in the field that it takes the place of. */
  focused: RefObject<boolean>;
}

/** A calendar that can be typed into. */
export function DeskDay({ described, value, onDay, from, to, focused }: DeskDayProps) {
  return (
    <DeskTheme>
      <DatePicker
        id={described.id}
        aria-describedby={described['aria-describedby']}
        aria-invalid={described['aria-invalid']}
        autoFocus={focused.current}
        {...(described['aria-invalid'] ? { status: 'error' as const } : {})}
        className="desk-day"
        value={value ? dayjs(value) : null}
        {...(from ? { minDate: dayjs(from) } : {})}
        {...(to ? { maxDate: dayjs(to) } : {})}
        onChange={(day) => onDay(day ? day.format('YYYY-MM-DD') : '')}
      />
    </DeskTheme>
  );
}
