import { useEffect, useRef } from 'react';

interface Wrong {
  /** The id of the field it is about, when it is about one. */
  field?: string;
  sentence: string;
}

/**
 * What is wrong and what it should be, above or below a form. It takes the focus when it appears, so that it is heard,
 * and each line leads to its field.
 */
export function ErrorLine({ sentence, wrongs = [] }: { sentence?: string | undefined; wrongs?: Wrong[] }) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<string[]>([]);
  const told = [sentence ?? '', ...wrongs.map((wrong) => wrong.sentence)].filter(Boolean);
  // It speaks again when it says something new: not when one thing of several has just been put right.
  useEffect(() => {
    const isNew = told.some((one) => !said.current.includes(one));
    said.current = told;
    if (isNew) box.current?.focus();
  });
  if (!sentence && wrongs.length === 0) return null;
  return (
    <div className="error-line" role="alert" tabIndex={-1} ref={box}>
      {sentence ? <p>{sentence}</p> : null}
      {wrongs.length > 0 ? (
        <ul>
          {wrongs.map((wrong) => (
            <li key={wrong.field ?? wrong.sentence}>
              {wrong.field ? (
                <a href={`#${wrong.field}`} onClick={(event) => goTo(event, wrong.field ?? '')}>
                  {wrong.sentence}
                </a>
              ) : (
                wrong.sentence
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function goTo(event: React.MouseEvent, field: string): void {
  event.preventDefault();
  const target = document.getElementById(field);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
