import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { sayMoment } from '../ui/dates.ts';

/** What a line said before it was put right: the old value struck, who, when, why. */
export function LineHistory({ event }: { event: EventWhole }) {
  const { say, language } = useWords();
  const station = useStation();
  const asked = useKept(['history', station.id, event.id], () =>
    api.ledger.history({ station: station.id, id: event.id }),
  );
  return (
    <section className="card line-part">
      <h2>{say('line.history')}</h2>
      <ul className="names">
        {(asked.value?.items ?? []).map((one) => (
          <li key={one.line.id}>
            <p>
              {say('line.history-line', { day: sayMoment(one.correctedAt, language), who: one.correctedBy })}
              {one.why ? `${say('list.clause')}${say('line.history-why', { why: one.why })}` : ''}
            </p>
            <del>
              {[
                sayMoment(one.line.startedAt, language),
                one.line.minutes ? say('minutes', { count: one.line.minutes }) : '',
                one.line.present ? say('line.present', { count: one.line.present }) : '',
                one.line.title,
                one.line.note,
              ]
                .filter(Boolean)
                .join(say('list.clause'))}
            </del>
          </li>
        ))}
      </ul>
    </section>
  );
}
