import { Link, useParams } from '@tanstack/react-router';
import type { Project } from '../../src/projects/schema.ts';
import { api } from '../api/client.ts';
import { type Word, useWords } from '../i18n/words.ts';
import { useLineTitle } from '../ledger/line-words.ts';
import { useKept } from '../offline/kept.ts';
import { shortVillage } from '../people/person-words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { worksFacts } from './works-words.ts';
import '../ledger/ledger.css';

/** One project: what it is, how far, and everything that was done for it. */
export function ProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const asked = useKept(['project', station.id, id], () => api.projects.get({ station: station.id, id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const project = asked.value;
  return (
    <>
      <PageHead
        title={project.name}
        context={[say(`project.kind-${project.kind}`), say(`state.${project.state}` as Word)].join(say('list.comma'))}
        back={{ to: '/projects', label: say('nav.projects') }}
        actions={
          may('records.write') ? (
            <ButtonLink to="/projects/$id/edit" params={{ id }} kind="plain">
              {say('project.edit')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Facts project={project} />
      {may('records.read') ? <Done project={project} /> : null}
    </>
  );
}

function Facts({ project }: { project: Project }) {
  const { say } = useWords();
  const facts: [string, string][] = [
    [say('project.purpose'), project.purpose],
    [say('project.village'), project.areaName ? shortVillage(project.areaName) : ''],
    [say('project.place'), project.place],
    [say('project.partners'), project.partners],
    ...worksFacts(project.works, say),
  ];
  const said = facts.filter(([, value]) => value !== '');
  if (said.length === 0) return null;
  return (
    <section className="card line-part">
      <dl className="facts">
        {said.map(([name, value]) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Done({ project }: { project: Project }) {
  const { say, language } = useWords();
  const station = useStation();
  const title = useLineTitle();
  const asked = useKept(['project-events', station.id, project.id], () =>
    api.ledger.events({ station: station.id, project: project.id, limit: 50 }),
  );
  const items = asked.value?.items ?? [];
  if (asked.value && items.length === 0) {
    return (
      <section className="card">
        <EmptyState missing={say('project.done')} todo={say('project.done-none')} />
      </section>
    );
  }
  return (
    <RowList label={say('project.done')}>
      {items.map((event) => (
        <Row
          key={event.id}
          name={
            <Link to="/events/$id" params={{ id: event.id }}>
              {title(event)}
            </Link>
          }
          beside={<span>{sayDay(dayOf(event.startedAt), language)}</span>}
          reason={
            <>
              <span>{say(`phase.${event.phase}`)}</span>
              {event.present + event.unnamed > 0 ? (
                <span>{say('line.present', { count: event.present + event.unnamed })}</span>
              ) : null}
              <span>{event.note}</span>
            </>
          }
        />
      ))}
    </RowList>
  );
}
