import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../api/failure.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { DropFile } from './drop-file.tsx';
import { handIn, type Step } from './hand-in.ts';
import { ImportList } from './import-list.tsx';
import { MappingForm } from './mapping-form.tsx';
import { remembered } from './mapping.ts';
import { openReader, type Reader, Refused } from './reader.ts';
import type { SheetShown } from './read-worker.ts';
import { StepLine } from './step-line.tsx';
import './import.css';

type State =
  | { at: 'choosing' }
  | { at: 'reading'; name: string }
  | { at: 'mapping'; name: string; sheets: SheetShown[] }
  | { at: 'handing-in'; name: string; step: Step };

/** One reader at a time, stopped when the page is left. */
function useReader(): { fresh: () => Reader; now: () => Reader } {
  const reader = useRef<Reader>(null);
  useEffect(() => () => reader.current?.close(), []);
  const fresh = () => {
    reader.current?.close();
    reader.current = openReader();
    return reader.current;
  };
  return { fresh, now: () => reader.current ?? fresh() };
}

/** 导入: the station's own Excel is dropped here, shown as it is understood, and handed in. */
export function ImportPage() {
  const { say } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const reader = useReader();
  const [state, setState] = useState<State>({ at: 'choosing' });
  const [wrong, setWrong] = useState<string>();

  const refuse = (error: unknown) => {
    setState({ at: 'choosing' });
    if (error instanceof Refused) setWrong(say(`import.refused.${error.reason}` as Word, error.params));
    else setWrong(failureOf(error).sentence);
  };
  const choose = async (file: File) => {
    setWrong(undefined);
    setState({ at: 'reading', name: file.name });
    try {
      const sheets = await reader.fresh().read(file);
      setState({ at: 'mapping', name: file.name, sheets: await remembered(station.id, sheets) });
    } catch (error) {
      refuse(error);
    }
  };
  const send = async (name: string, sheets: SheetShown[]) => {
    const of = { station: station.id, fileName: name, layouts: sheets.map((sheet) => sheet.layout) };
    try {
      setState({ at: 'handing-in', name, step: { done: 0, all: 0 } });
      const id = await handIn(reader.now(), of, (step) => setState({ at: 'handing-in', name, step }));
      await navigate({ to: '/import/$id', params: { id } });
    } catch (error) {
      refuse(error);
    }
  };

  if (state.at === 'mapping') {
    return (
      <MappingForm
        name={state.name}
        sheets={state.sheets}
        headerAt={(sheet, row) => reader.now().headerAt(sheet, row)}
        onSheets={(sheets) => setState({ ...state, sheets })}
        onDone={() => void send(state.name, state.sheets)}
        onLeave={() => setState({ at: 'choosing' })}
      />
    );
  }
  const busy = state.at !== 'choosing';
  return (
    <>
      <PageHead title={say('import.title')} context={say('import.context')} />
      <ErrorLine sentence={wrong} />
      {busy ? (
        <StepLine
          words={say(state.at === 'reading' ? 'import.reading' : 'import.handing-in', { name: state.name })}
          step={state.at === 'handing-in' ? state.step : undefined}
        />
      ) : (
        <DropFile onFile={(file) => void choose(file)} />
      )}
      <ImportList />
    </>
  );
}
