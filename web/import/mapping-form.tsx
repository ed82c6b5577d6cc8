import { useId } from 'react';
import { CHOICES, usedIn } from '../../src/reports/import/choices.ts';
import type { Role } from '../../src/reports/import/roles.ts';
import type { Layout } from '../../src/reports/import/layout.ts';
import { maskedCell } from '../../src/reports/import/masked-cell.ts';
import { SHEET_KINDS, type SheetKind } from '../../src/reports/import/sheet-kinds.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { goesTo, hasUnused, isComplete, matchedOnly, withRole } from './mapping.ts';
import type { SheetShown } from './read-worker.ts';

interface MappingFormProps {
  name: string;
  sheets: SheetShown[];
  headerAt: (sheet: number, row: number) => Promise<SheetShown>;
  onSheets: (sheets: SheetShown[]) => void;
  onDone: () => void;
  onLeave: () => void;
}

/** How each sheet and each of its columns is understood; whoever knows better says so before anything is handed in. */
export function MappingForm({ name, sheets, headerAt, onSheets, onDone, onLeave }: MappingFormProps) {
  const { say } = useWords();
  const used = sheets.filter((sheet) => sheet.layout.kind !== 'other');
  const ready = used.length > 0 && used.every((sheet) => isComplete(sheet.layout));
  const replace = (index: number, sheet: SheetShown) =>
    onSheets(sheets.map((one, place) => (place === index ? sheet : one)));
  return (
    <>
      <PageHead
        title={say('import.map-title', { count: used.length })}
        context={name}
        actions={
          <>
            <Button kind="text" onClick={onLeave}>
              {say('import.leave')}
            </Button>
            <Button kind="filled" disabled={!ready} onClick={onDone}>
              {say('import.map-done')}
            </Button>
          </>
        }
      />
      {used.length === 0 ? <p className="gold-box">{say('import.map-none')}</p> : null}
      {sheets.map((sheet, index) => (
        <SheetForm
          key={sheet.name}
          sheet={sheet}
          onLayout={(layout) => replace(index, { ...sheet, layout })}
          onHeader={(row) => void headerAt(index, row).then((read) => replace(index, read))}
        />
      ))}
    </>
  );
}

interface SheetFormProps {
  sheet: SheetShown;
  onLayout: (layout: Layout) => void;
  onHeader: (row: number) => void;
}

function SheetForm({ sheet, onLayout, onHeader }: SheetFormProps) {
  const { say } = useWords();
  const { layout } = sheet;
  const unread = layout.kind !== 'other' && !isComplete(layout);
  return (
    <section className="card map">
      <div className="map-head">
        <h2>{sheet.name}</h2>
        <label>
          {say('import.map-kind')}
          <select
            className="input"
            value={layout.kind}
            onChange={(event) => onLayout(ofKind(layout, event.target.value as SheetKind))}
          >
            {SHEET_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`import.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('import.map-header')}
          <input
            className="input map-row"
            type="number"
            min={1}
            value={layout.headerRow + 1}
            onChange={(event) => onHeader(Math.max(0, Number(event.target.value) - 1))}
          />
        </label>
      </div>
      {unread ? <p className="gold-box">{say('import.map-missing')}</p> : null}
      {layout.kind === 'other' ? null : <Columns sheet={sheet} onLayout={onLayout} />}
      <SheetNotes layout={layout} />
    </section>
  );
}

const ofKind = (layout: Layout, kind: SheetKind): Layout => ({
  ...layout,
  kind,
  columns: usedIn(kind, layout.columns),
});

function GoesTo({ word }: { word: Word | undefined }) {
  const { say } = useWords();
  return word ? <span className="map-goes">{say(word)}</span> : null;
}

/** What becomes of columns that stand in no record: those that only tell who is meant, and those that are not used. */
function SheetNotes({ layout }: { layout: Layout }) {
  const { say } = useWords();
  const matched = matchedOnly(layout);
  const unused = hasUnused(layout);
  return (
    <>
      {matched.length > 0 ? (
        <p className="quiet">{say('import.map-matched', { columns: matched.join(say('list.comma')) })}</p>
      ) : null}
      {unused ? <p className="quiet">{say('import.map-unused')}</p> : null}
    </>
  );
}

/** Each column: its header, what it is taken for, and what stands in it. */
function Columns({ sheet, onLayout }: Pick<SheetFormProps, 'sheet' | 'onLayout'>) {
  const { say } = useWords();
  const { layout, samples } = sheet;
  const place = useId();
  const choices = CHOICES[layout.kind];
  const shown = layout.columns.flatMap((column, index) => (column.header === '' ? [] : [{ ...column, index }]));
  return (
    <ul className="map-columns">
      {shown.map(({ header, role, index }) => (
        <li key={index}>
          <div className="map-column">
            <label className="map-header" htmlFor={`${place}-${index}`}>
              {header}
            </label>
            <span aria-hidden="true">→</span>
            <select
              id={`${place}-${index}`}
              className={role === 'unused' ? 'input is-unused' : 'input'}
              value={role}
              onChange={(event) => onLayout(withRole(layout, index, event.target.value as Role))}
            >
              {[...new Set<Role>([role, ...choices, 'unused'])].map((choice) => (
                <option key={choice} value={choice}>
                  {say(`import.role.${choice}`)}
                </option>
              ))}
            </select>
          </div>
          <span className="quiet map-sample">{sampleOf(samples, index, role)}</span>
          <GoesTo word={goesTo(layout.kind, role)} />
        </li>
      ))}
    </ul>
  );
}

/** What stands in a column; of ID numbers and phones only what may be shown. */
function sampleOf(samples: SheetShown['samples'], index: number, role: Role): string {
  const values = samples.map((row) => row[index]).filter((cell) => cell !== null && cell !== undefined);
  return values
    .map((cell) => maskedCell(String(cell), role))
    .join(' · ')
    .slice(0, 60);
}
