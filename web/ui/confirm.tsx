import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './button.tsx';

interface ConfirmProps {
  question: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
  /** Another way to go on. */
  other?: { say: string; onYes: () => void } | undefined;
  /** What one should know or do first, below the question. */
  children?: ReactNode;
}

/** Asks before something that cannot be taken back. The browser's own dialog keeps the focus inside. */
export function Confirm({ question, yes, onYes, onNo, other, children }: ConfirmProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (then: () => void) => () => {
    dialog.current?.close();
    then();
  };
  return (
    <dialog ref={dialog} className="confirm" aria-label={question} onClose={onNo}>
      <p>{question}</p>
      {children}
      <div className="line">
        <Button kind="filled" onClick={answer(onYes)}>
          {yes}
        </Button>
        {other ? (
          <Button kind="tinted" onClick={answer(other.onYes)}>
            {other.say}
          </Button>
        ) : null}
        <Button kind="plain" onClick={() => dialog.current?.close()}>
          {say('go-back')}
        </Button>
      </div>
    </dialog>
  );
}
