import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { DeskTheme } from './theme.tsx';

interface DeskDayProps {
  described: { id: string; 'aria-describedby': string | undefined };
  value: string;
  onDay: (day: string) => void;
  from: string | undefined;
  to: string | undefined;
}

/** A calendar that can be typed into. */
export function DeskDay({ described, value, onDay, from, to }: DeskDayProps) {
  return (
    <DeskTheme>
      <DatePicker
        id={described.id}
        aria-describedby={described['aria-describedby']}
        className="desk-day"
        value={value ? dayjs(value) : null}
        {...(from ? { minDate: dayjs(from) } : {})}
        {...(to ? { maxDate: dayjs(to) } : {})}
        onChange={(day) => onDay(day ? day.format('YYYY-MM-DD') : '')}
      />
    </DeskTheme>
  );
}
