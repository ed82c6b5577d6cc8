import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';

/** A place to drop one Excel file, or to choose it. */
export function DropFile({ onFile }: { onFile: (file: File) => void }) {
  const { say } = useWords();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={over ? 'card drop is-over' : 'card drop'}
      aria-label={say('import.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="drop-first">{say('import.drop')}</p>
      <p className="quiet">{say('import.drop-hint')}</p>
      <Button kind="filled" onClick={() => input.current?.click()}>
        {say('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label={say('import.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </section>
  );
}
