import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import type { Choice } from './choices.ts';
import { useWalk } from './use-walk.ts';
import { findWalk } from './walks.ts';
import { useLensWords } from './words.ts';

/** What a walk says at its step, and the way on. Nothing when nobody walks. */
export function WalkBand({ choice }: { choice: Choice }) {
  const { say, both } = useLensWords();
  const walking = useWalk();
  const found = findWalk(choice);
  if (!found) return null;
  const { walk, nth, step } = found;
  const last = nth === walk.steps.length - 1;
  return (
    <aside className="walk" aria-label={both(walk.title)}>
      <p className="note">
        {both(walk.title)} · {say('walk.step', { nth: nth + 1, count: walk.steps.length })}
      </p>
      <p className="walk-words">{both(step.words)}</p>
      <div className="line">
        {nth > 0 ? <Button onClick={() => void walking.goTo(walk, nth - 1)}>{say('walk.back')}</Button> : null}
        {last ? (
          <ButtonLink to="/lenses">{say('walk.end')}</ButtonLink>
        ) : (
          <Button kind="tinted" busy={walking.busy} onClick={() => void walking.goTo(walk, nth + 1)}>
            {say('walk.next')}
          </Button>
        )}
        {last ? null : (
          <ButtonLink kind="text" to="/lenses">
            {say('walk.leave')}
          </ButtonLink>
        )}
      </div>
      <ErrorLine sentence={walking.failure?.sentence} />
    </aside>
  );
}
