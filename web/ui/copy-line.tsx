import { useRef, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './button.tsx';

/** An address that no other machine can open, whatever code is drawn of it. */
function onlyHere(link: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(link).hostname);
}

/** A link to copy. Where the browser has no clipboard for us (plain HTTP), the text is selected to be copied by hand. */
export function CopyLine({ text }: { text: string }) {
  const { say } = useWords();
  const [done, setDone] = useState<'copied' | 'selected'>();
  const field = useRef<HTMLInputElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      field.current?.select();
      setDone('selected');
    }
  }
  return (
    <div>
      <div className="copy-line">
        <input
          ref={field}
          className="input"
          readOnly
          value={text}
          aria-label={say('copy.link')}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{say('copy')}</Button>
      </div>
      {onlyHere(text) ? <p className="waiting">{say('copy.only-here')}</p> : null}
      <p role="status" className="note">
        {done ? say(`copy.${done}`) : ''}
      </p>
    </div>
  );
}
