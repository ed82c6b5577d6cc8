import {
  CHOICES,
  type Choice,
  DATE_FORMATS,
  FIXED,
  PROFILE_FIELDS,
  type ProfileList,
} from '../../src/reports/profiles/codes.ts';
import type { Column } from '../../src/reports/profiles/schema.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import type { WrongOf } from './table-page.tsx';

interface TableColumnProps {
  nth: number;
  list: ProfileList;
  column: Column;
  onColumn: (column: Column) => void;
  onRemove: (() => void) | undefined;
  wrong: WrongOf;
}

/** One column: its header, what is written into it, and how. */
export function TableColumn({ nth, list, column, onColumn, onRemove, wrong }: TableColumnProps) {
  const { say } = useWords();
  const fields: Record<string, string> = PROFILE_FIELDS[list];
  const kind = fields[column.field] ?? '';
  const change = (part: Partial<Column>) => onColumn({ ...column, ...part });
  return (
    <fieldset className="table-column">
      <legend>{say('table.column', { nth: nth + 1 })}</legend>
      <div className="pair">
        <TextField
          label={say('table.header')}
          value={column.header}
          onText={(header) => change({ header })}
          maxLength={40}
          wrong={wrong('header')}
        />
        <SelectField
          label={say('table.field')}
          value={column.field}
          onText={(field) => onColumn({ header: column.header, field })}
          wrong={wrong('field')}
        >
          {Object.keys(fields).map((field) => (
            <option key={field} value={field}>
              {say(`field.${list}.${field}` as Word)}
            </option>
          ))}
          <option value={FIXED}>{say('table.fixed')}</option>
        </SelectField>
      </div>
      {column.field === FIXED ? (
        <TextField
          label={say('table.fixed-words')}
          value={column.fixed ?? ''}
          onText={(fixed) => change({ fixed })}
          maxLength={100}
          wrong={wrong('fixed')}
        />
      ) : null}
      {kind === 'date' ? (
        <SelectField
          label={say('table.date')}
          value={column.date ?? DATE_FORMATS[0]}
          onText={(date) => change({ date: date as (typeof DATE_FORMATS)[number] })}
        >
          {DATE_FORMATS.map((format) => (
            <option key={format}>{format}</option>
          ))}
        </SelectField>
      ) : null}
      {kind in CHOICES ? <Codes kind={kind as Choice} column={column} onColumn={onColumn} wrong={wrong} /> : null}
      {onRemove ? (
        <Button kind="text" onClick={onRemove}>
          {say('table.column-remove', { nth: nth + 1 })}
        </Button>
      ) : null}
    </fieldset>
  );
}

interface CodesProps extends Pick<TableColumnProps, 'column' | 'onColumn' | 'wrong'> {
  kind: Choice;
}

/** Our words or the table's codes; codes are given to every choice or to none. */
function Codes({ kind, column, onColumn, wrong }: CodesProps) {
  const { say } = useWords();
  const { codes, ...plain } = column;
  const choices: readonly string[] = CHOICES[kind];
  const begin = () => onColumn({ ...plain, codes: choices.map((of) => ({ of, code: '' })) });
  if (!codes) return <Button onClick={begin}>{say('table.codes-begin')}</Button>;
  return (
    <>
      <div className="table-codes">
        {choices.map((choice) => (
          <TextField
            key={choice}
            label={say(`${kind}.${choice}` as Word)}
            value={codes.find(({ of }) => of === choice)?.code ?? ''}
            onText={(code) =>
              onColumn({ ...plain, codes: [...codes.filter(({ of }) => of !== choice), { of: choice, code }] })
            }
            maxLength={40}
            wrong={wrong('codes', choice)}
          />
        ))}
      </div>
      <Button kind="text" onClick={() => onColumn(plain)}>
        {say('table.codes-drop')}
      </Button>
    </>
  );
}
