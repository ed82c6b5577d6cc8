import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { type Word, useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { shortVillage } from '../people/person-words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** Services, micro-works and programmes of a station, the latest begun first. */
export function ProjectsPage() {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const asked = useKept(['projects', station.id], () => api.projects.list({ station: station.id, limit: 100 }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const { items } = asked.value;
  const add = may('records.write') ? (
    <ButtonLink to="/projects/new" kind="filled">
      {say('projects.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead
        title={items.length > 0 ? say('projects.title', { count: items.length }) : say('projects.title-none')}
        context={say('projects.context')}
        actions={items.length > 0 ? add : undefined}
      />
      {items.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('projects.title-none')} todo={say('projects.none-todo')}>
            {add}
          </EmptyState>
        </section>
      ) : (
        <RowList>
          {items.map((project) => (
            <Row
              key={project.id}
              name={
                <Link to="/projects/$id" params={{ id: project.id }}>
                  {project.name}
                </Link>
              }
              beside={<span>{say(`project.kind-${project.kind}`)}</span>}
              reason={
                <>
                  <span>{say(`state.${project.state}` as Word)}</span>
                  {project.areaName ? <span>{shortVillage(project.areaName)}</span> : null}
                  {project.place ? <span>{project.place}</span> : null}
                </>
              }
            />
          ))}
        </RowList>
      )}
    </>
  );
}
