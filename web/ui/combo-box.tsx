import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface ComboBoxProps<T> {
  text: string;
  onText: (text: string) => void;
  items: readonly T[];
  keyOf: (item: T) => string;
  show: (item: T) => ReactNode;
  onChoose: (item: T) => void;
  /** Said when something was typed and nothing is found. */
  nothing?: ReactNode;
  /** Always open (a page of its own), or only while typing in it. */
  open?: boolean;
  /** False while the hits still belong to an older text: Enter then waits for the right ones. */
  ready?: boolean;
  input: {
    id?: string;
    placeholder?: string;
    'aria-label'?: string;
    'aria-describedby'?: string | undefined;
    autoFocus?: boolean;
    disabled?: boolean;
  };
}

/** Whether a finger or a button of the mouse is down now, anywhere on the page. */
let pressing = false;
addEventListener('mousedown', () => (pressing = true), { capture: true });
for (const end of ['mouseup', 'dragend', 'pointercancel'])
  addEventListener(end, () => (pressing = false), { capture: true });

/**
 * Whether somebody is in the field. Left by a press, it stays open until the press is over: a button below would move
 * away under the finger and not be pressed.
 */
function useInside() {
  const [inside, setInside] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const close = () => setTimeout(() => document.activeElement === field.current || setInside(false));
  function leave(): void {
    if (pressing) addEventListener('mouseup', close, { capture: true, once: true });
    else close();
  }
  return { inside, setInside, field, leave };
}

/** Type a part, the first hit is ready for Enter. Keyboard and screen reader follow the combobox pattern of ARIA. */
export function ComboBox<T>(props: ComboBoxProps<T>) {
  const { text, onText, items, keyOf, show, onChoose, nothing, open = false, ready = true, input } = props;
  const [entered, setEntered] = useState(false);
  const [at, setAt] = useState(0);
  const { inside, setInside, field, leave } = useInside();
  const list = useId();
  const shown = open || inside;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits start again at the first
  useEffect(() => setAt(0), [text, items.length]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the hits have become right
  useEffect(() => {
    if (!ready || !entered) return;
    setEntered(false);
    if (items[0]) choose(items[0]);
  }, [ready, entered]);

  function choose(item: T): void {
    setInside(false);
    onChoose(item);
  }
  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[at];
    // Enter that ends the composition of Chinese characters must not choose.
    if (event.nativeEvent.isComposing) return;
    if (step) {
      event.preventDefault();
      setInside(true);
      setAt((items.length + at + step) % Math.max(items.length, 1));
    } else if (event.key === 'Enter' && shown && text !== '') {
      event.preventDefault();
      if (!ready) setEntered(true);
      else if (item) choose(item);
    } else if (event.key === 'Escape') setInside(false);
  }
  return (
    <div className="combo-box">
      <input
        {...input}
        ref={field}
        className="input"
        role="combobox"
        aria-expanded={shown && items.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && items[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        value={text}
        onFocus={() => setInside(true)}
        onBlur={leave}
        onClick={() => setInside(true)}
        onChange={(event) => {
          setInside(true);
          setEntered(false);
          onText(event.target.value);
        }}
        onKeyDown={press}
      />
      <div
        role="listbox"
        id={list}
        className={shown && items.length > 0 ? 'combo-list' : 'unseen'}
        aria-label={input['aria-label'] ?? input.placeholder}
      >
        {shown
          ? items.map((item, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field, which keeps the focus
              <div
                key={keyOf(item)}
                id={`${list}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === at}
                className="combo-option"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(item)}
              >
                {show(item)}
              </div>
            ))
          : null}
      </div>
      <div role="status">
        {shown && items.length === 0 && text && ready && nothing ? <p className="combo-nothing">{nothing}</p> : null}
      </div>
    </div>
  );
}
