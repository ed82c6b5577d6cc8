import type { PublicStation } from '../../src/activities/schema.ts';
import { Grain } from '../ui/grain.tsx';
import { grainOf, PHASES, phaseOf } from './phases.ts';
import type { Say } from './words.ts';

type Work = PublicStation['works'][number];

/** 1,200 or 350.5: thousands apart. */
const yuan = (amount: number) => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(amount);

/** Works in the neighbourhood: five phases as five grains, and what they cost. */
export function Works({ works, say }: { works: Work[]; say: Say }) {
  if (works.length === 0) return null;
  return (
    <section>
      <h2 className="resident-label">{say('works')}</h2>
      <ul className="resident-band resident-list">
        {works.map((work) => (
          <WorkRow key={work.id} work={work} say={say} />
        ))}
      </ul>
    </section>
  );
}

function WorkRow({ work, say }: { work: Work; say: Say }) {
  const now = phaseOf(work.state);
  return (
    <li>
      <h3>{work.name}</h3>
      {work.place ? <p className="quiet">{work.place}</p> : null}
      <ol className="resident-phases" aria-label={say('phases')}>
        {PHASES.map((phase, nth) => (
          <li
            key={phase}
            className={nth <= now ? 'is-reached' : ''}
            {...(nth === now ? { 'aria-current': 'step' } : {})}
          >
            <Grain kind={grainOf(nth, work.state)} size={1.3} />
            <span>{say(`phase-${phase}`)}</span>
          </li>
        ))}
      </ol>
      <Money work={work} say={say} />
    </li>
  );
}

/** What was spent and what residents gave, each by itself: one may be part of the other. */
function Money({ work, say }: { work: Work; say: Say }) {
  if (work.spent === 0 && work.given === 0) return <p className="quiet">{say('money-none')}</p>;
  return (
    <>
      {work.spent > 0 ? (
        <p className="resident-money">
          <span>
            {say('spent')} <strong>{yuan(work.spent)}</strong> {say('yuan')}
          </span>
          <span className="quiet">
            {work.vouchers > 0 ? say('vouchers', { count: work.vouchers }) : say('vouchers-none')}
          </span>
        </p>
      ) : null}
      {work.given > 0 ? <p className="quiet">{say('given', { amount: yuan(work.given) })}</p> : null}
    </>
  );
}
