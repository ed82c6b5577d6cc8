import type { Step } from './hand-in.ts';

/** What is going on, and how far it is; nothing but this line moves. */
export function StepLine({ words, step }: { words: string; step?: Step | undefined }) {
  return (
    <div className="card step" role="status">
      <p>{words}</p>
      {step && step.all > 0 ? (
        <>
          <progress value={step.done} max={step.all} aria-label={words} />
          <p className="quiet">
            {step.done} / {step.all}
          </p>
        </>
      ) : null}
    </div>
  );
}
