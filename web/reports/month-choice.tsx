import { useWords } from '../i18n/words.ts';
import { today } from '../ui/dates.ts';
import { monthsUntil, partsOf } from './months.ts';

/** Which month is looked at: this one and those before it. */
export function MonthChoice({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { say } = useWords();
  return (
    <select
      className="input month-choice"
      aria-label={say('report.month')}
      value={month}
      onChange={(event) => onMonth(event.target.value)}
    >
      {monthsUntil(today()).map((one) => (
        <option key={one} value={one}>
          {say('report.month-name', partsOf(one))}
        </option>
      ))}
    </select>
  );
}
