import type { Lens } from '../../src/lenses/schema.ts';
import { api } from '../api/client.ts';
import { useExport } from '../reports/use-export.ts';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import type { Asked } from './use-lens.ts';
import { useLensWords } from './words.ts';

const FILES = ['word', 'excel', 'json'] as const;

/** A lens may take long to write down on a small machine. */
const PATIENT = { context: { patient: true } };

/** The page as a file: on paper, as a workbook with its rows, or as data. */
export function Files({ lens, asked }: { lens: Lens['lens']; asked: Asked }) {
  const { say } = useLensWords();
  const file = useExport();
  return (
    <div className="lens-files">
      {FILES.map((as) => (
        <Button
          key={as}
          busy={file.busy}
          onClick={() => file.fetch(() => api.lenses.file({ ...asked, lens, as }, PATIENT))}
        >
          {say(`files.${as}`)}
        </Button>
      ))}
      <span role="status">{file.saved ? say('files.saved', { name: file.saved }) : ''}</span>
      <ErrorLine sentence={file.failure?.sentence} />
    </div>
  );
}
