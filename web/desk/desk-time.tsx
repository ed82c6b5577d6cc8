import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import { DeskTheme } from './theme.tsx';

interface DeskTimeProps {
  described: { id: string; 'aria-describedby': string | undefined };
  value: string;
  onTime: (time: string) => void;
}

const FORMAT = 'HH:mm';

/** The hour in 24 hours, to be typed or chosen. */
export function DeskTime({ described, value, onTime }: DeskTimeProps) {
  return (
    <DeskTheme>
      <TimePicker
        id={described.id}
        aria-describedby={described['aria-describedby']}
        className="desk-day"
        value={dayjs(`2000-01-01T${value}`)}
        format={FORMAT}
        minuteStep={5}
        allowClear={false}
        needConfirm={false}
        showNow={false}
        onChange={(time) => time && onTime(time.format(FORMAT))}
      />
    </DeskTheme>
  );
}
