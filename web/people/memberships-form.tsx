import type { Membership } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { ALL_GROUPS } from './group-order.ts';
import { type SectionProps, useWrong } from './use-wrong.ts';

/** Groups with their dates and where they come from: what ended keeps its place. */
export function MembershipsForm({ part, onChange, wrongs }: SectionProps) {
  const { say } = useWords();
  const rows = part.memberships ?? [];
  const put = (memberships: Membership[]) => onChange({ memberships });
  return (
    <>
      <p className="note">{say('groups.hint')}</p>
      {rows.length === 0 ? <p className="quiet">{say('groups.none')}</p> : null}
      {rows.map((row, index) => (
        <MembershipRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and rows are not moved
          key={index}
          row={row}
          index={index}
          wrongs={wrongs}
          onChange={(changed) => put(rows.map((one, place) => (place === index ? { ...one, ...changed } : one)))}
          onRemove={() => put(rows.toSpliced(index, 1))}
        />
      ))}
      <SelectField
        label={say('groups.add')}
        value=""
        onText={(text) => {
          const code = ALL_GROUPS.find((group) => group === text);
          if (code) put([...rows, { code, startsOn: null, endsOn: null, source: '' }]);
        }}
      >
        <option value="">{say('groups.choose')}</option>
        {ALL_GROUPS.map((group) => (
          <option key={group} value={group}>
            {say(`group.${group}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

interface RowProps {
  row: Membership;
  index: number;
  wrongs: SectionProps['wrongs'];
  onChange: (row: Partial<Membership>) => void;
  onRemove: () => void;
}

function MembershipRow({ row, index, wrongs, onChange, onRemove }: RowProps) {
  const { say } = useWords();
  const wrong = useWrong(wrongs);
  return (
    <fieldset className="part-row">
      <legend>{say(`group.${row.code}`)}</legend>
      <div className="pair">
        <DayField
          label={say('groups.from')}
          value={row.startsOn ?? ''}
          onDay={(day) => onChange({ startsOn: day || null })}
        />
        <DayField
          id={`group-to-${index}`}
          label={say('groups.to')}
          value={row.endsOn ?? ''}
          onDay={(day) => onChange({ endsOn: day || null })}
          wrong={wrong(`group-to-${index}`)}
        />
      </div>
      <TextField
        label={say('groups.source')}
        placeholder={say('groups.source-example')}
        value={row.source}
        onText={(source) => onChange({ source })}
        maxLength={60}
        autoComplete="off"
      />
      <Button kind="text" onClick={onRemove}>
        {say('groups.remove')}
      </Button>
    </fieldset>
  );
}
