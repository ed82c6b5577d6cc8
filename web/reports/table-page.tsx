import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PROFILE_FIELDS, type ProfileList } from '../../src/reports/profiles/codes.ts';
import type { Column, Layout } from '../../src/reports/profiles/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { TableColumn } from './table-column.tsx';
import './reports.css';

interface Kept {
  id: string;
  version: number;
  name: string;
  layout: Layout;
}

const firstColumn = (list: ProfileList): Column => ({
  header: '',
  field: Object.keys(PROFILE_FIELDS[list])[0] ?? '',
});

const fresh = (): Kept => ({
  id: newId(),
  version: 0,
  name: '',
  layout: { list: 'visits', sheet: '走访', between: '、', columns: [firstColumn('visits')] },
});

/** The table of an outside platform: a new one, the example, or one that is kept. */
export function TablePage() {
  const { id = 'new' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['profiles', station.id], () => api.reports.profiles({ station: station.id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const found = asked.value.items.find((one) => one.id === id);
  const example = { ...fresh(), ...asked.value.example };
  return <EditTable key={id} known={found ?? (id === 'example' ? example : fresh())} />;
}

/** What is wrong with one part of the table, by the end of its path. */
export type WrongOf = (...path: (string | number)[]) => string | undefined;

const wrongOf =
  (failure: Failure | undefined): WrongOf =>
  (...path) =>
    failure?.fields.find((one) => one.path.join('/') === path.join('/'))?.message;

function EditTable({ known }: { known: Kept }) {
  const { say } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const action = useChange();
  const [{ name, layout }, setTable] = useState(known);
  const change = (part: Partial<Layout>) => setTable((old) => ({ ...old, layout: { ...old.layout, ...part } }));
  const wrong = wrongOf(action.failure);
  const { id, version } = known;
  const leave = () => navigate({ to: '/reports/forms' });
  async function save(typed: FormEvent): Promise<void> {
    typed.preventDefault();
    const input = { station: station.id, id, version, name, layout };
    if (await action.run(() => api.reports.saveProfile(input, once()))) await leave();
  }
  return (
    <form noValidate onSubmit={(typed) => void save(typed)}>
      <PageHead
        title={version > 0 ? say('table.title', { name: known.name }) : say('table.title-new')}
        context={say('table.context')}
        back={{ to: '/reports/forms', label: say('forms.title') }}
      />
      <div className="form">
        <ErrorLine sentence={action.failure?.sentence} />
        <TextField
          label={say('table.name')}
          value={name}
          onText={(text) => setTable((old) => ({ ...old, name: text }))}
          maxLength={60}
          wrong={wrong('name')}
        />
        <div className="pair">
          <SelectField
            label={say('table.list')}
            value={layout.list}
            onText={(list) => change({ list: list as ProfileList, columns: [firstColumn(list as ProfileList)] })}
          >
            {Object.keys(PROFILE_FIELDS).map((list) => (
              <option key={list} value={list}>
                {say(`list-of.${list as ProfileList}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={say('table.sheet')}
            value={layout.sheet}
            onText={(sheet) => change({ sheet })}
            maxLength={31}
            wrong={wrong('layout', 'sheet')}
          />
        </div>
        <TextField
          label={say('table.between')}
          value={layout.between}
          onText={(between) => change({ between })}
          maxLength={3}
          wrong={wrong('layout', 'between')}
        />
        <Columns layout={layout} onColumns={(columns) => change({ columns })} wrong={wrong} />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={action.busy}>
          {say('save')}
        </Button>
        {version > 0 ? <Drop id={id} version={version} name={known.name} onDone={leave} /> : null}
      </SaveBar>
    </form>
  );
}

interface ColumnsProps {
  layout: Layout;
  onColumns: (columns: Column[]) => void;
  wrong: WrongOf;
}

function Columns({ layout, onColumns, wrong }: ColumnsProps) {
  const { say } = useWords();
  const { list, columns } = layout;
  return (
    <>
      <ol className="table-columns">
        {columns.map((column, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no identity but its place
          <li key={nth}>
            <TableColumn
              nth={nth}
              list={list}
              column={column}
              onColumn={(changed) => onColumns(columns.map((one, at) => (at === nth ? changed : one)))}
              onRemove={columns.length > 1 ? () => onColumns(columns.filter((_, at) => at !== nth)) : undefined}
              wrong={(...path) => wrong('layout', 'columns', nth, ...path)}
            />
          </li>
        ))}
      </ol>
      <Button onClick={() => onColumns([...columns, firstColumn(list)])}>{say('table.column-add')}</Button>
    </>
  );
}

function Drop({
  id,
  version,
  name,
  onDone,
}: {
  id: string;
  version: number;
  name: string;
  onDone: () => Promise<void>;
}) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const drop = async () => {
    await action.run(() => api.reports.dropProfile({ station: station.id, id, version }, once()).then(onDone));
  };
  return (
    <>
      <Button kind="text" busy={action.busy} onClick={() => setAsking(true)}>
        {say('forms.drop')}
      </Button>
      <ErrorLine sentence={action.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('forms.drop-question', { name })}
          yes={say('forms.drop')}
          onYes={() => void drop()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
