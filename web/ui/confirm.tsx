import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './button.tsx';

interface ConfirmProps {
  question: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
  /** What one should know or do first, below the question. */
  children?: ReactNode;
}

/** Asks before something that cannot be taken back. The browser's own dialog keeps the focus inside. */
export function Confirm({ question, yes, onYes, onNo, children }: ConfirmProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-label={question} onClose={onNo}>
      <p>{question}</p>
      {children}
      <div className="line">
        <Button
          kind="filled"
          onClick={() => {
            dialog.current?.close();
            onYes();
          }}
        >
          {yes}
        </Button>
        <Button kind="plain" onClick={() => dialog.current?.close()}>
          {say('go-back')}
        </Button>
      </div>
    </dialog>
  );
}
