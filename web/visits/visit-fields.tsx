import type { VisitFields } from '../../src/ledger/schema.ts';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { Chips } from '../ui/chips.tsx';
import { sayDay, sayWeekday, today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextAreaField, TextField } from '../ui/field.tsx';
import { type NextChoice, nextDayOf, QUICK_MINUTES, touchNeeds, type VisitDraft } from './visit-draft.ts';

interface PartProps {
  visit: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  wrong: (field: string) => string | undefined;
}

/** Every need once, in the order of the chips; the compiler checks that none is missing. */
const NEEDS: Record<VisitFields['needs'][number], true> = {
  fine: true,
  medical: true,
  money: true,
  meals: true,
  housing: true,
  'low-spirits': true,
  company: true,
  other: true,
};
const NEED_CHIPS = Object.keys(NEEDS) as VisitFields['needs'];

export function MinutesChips({ visit, change, wrong }: PartProps) {
  const { say } = useWords();
  const chips = [
    ...QUICK_MINUTES.map((minutes) => ({ value: minutes, words: String(minutes) })),
    { value: 'other' as const, words: say('other') },
  ];
  return (
    <Chips<number | 'other'>
      id="visit-minutes"
      label={say('visit.minutes')}
      columns={5}
      chips={chips}
      chosen={visit.minutes === null ? [] : [visit.minutes]}
      onChange={([minutes = null]) => change({ minutes })}
      wrong={wrong('visit-minutes')}
    >
      {visit.minutes === 'other' ? (
        <div className="visit-more">
          <TextField
            label={say('visit.minutes-other')}
            value={visit.otherMinutes}
            onText={(otherMinutes) => change({ otherMinutes })}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
          />
        </div>
      ) : null}
    </Chips>
  );
}

export function NeedChips({ visit, change, sex }: PartProps & { sex: PersonLine['sex'] }) {
  const { say } = useWords();
  return (
    <Chips
      label={say(`visit.needs-${sex}`)}
      hint={say('visit.several')}
      several
      columns={4}
      chips={NEED_CHIPS.map((need) => ({ value: need, words: say(`need.${need}`) }))}
      chosen={visit.needs}
      onChange={(needs) => change({ needs: touchNeeds(visit.needs, needs) })}
    />
  );
}

export function NoteField({ visit, change }: PartProps) {
  const { say } = useWords();
  return (
    <TextAreaField
      label={say('visit.note')}
      value={visit.note}
      onText={(note) => change({ note })}
      maxLength={2000}
      rows={2}
    />
  );
}

export function NextChips({ visit, change, wrong }: PartProps) {
  const { say, language } = useWords();
  const day = nextDayOf(visit);
  const hint = day
    ? say(visit.next === 'day' ? 'visit.next-day' : 'visit.next-in', {
        days: visit.next ?? '',
        day: sayDay(day, language),
        weekday: sayWeekday(day, language),
      })
    : say('visit.next-none');
  return (
    <Chips<NextChoice>
      id="visit-next"
      label={say('visit.next')}
      hint={hint}
      columns={4}
      chips={[
        ...([7, 14, 30] as const).map((days) => ({ value: days, words: say('visit.days', { count: days }) })),
        { value: 'day', words: say('visit.choose-day') },
      ]}
      chosen={visit.next === null ? [] : [visit.next]}
      onChange={([next = null]) => change({ next })}
      wrong={wrong('visit-next')}
    >
      {visit.next === 'day' ? (
        <div className="visit-more">
          <DayField
            label={say('visit.which-day')}
            value={visit.nextDay}
            onDay={(nextDay) => change({ nextDay })}
            from={today()}
          />
        </div>
      ) : null}
    </Chips>
  );
}
