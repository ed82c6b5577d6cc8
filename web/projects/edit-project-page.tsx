import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Project } from '../../src/projects/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { useKept } from '../offline/kept.ts';
import { projectPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { draftOfProject, freshProject, type ProjectDraft, projectInput, projectWrongs } from './project-draft.ts';
import { ProjectFields } from './project-fields.tsx';
import { useChange } from '../ui/use-action.ts';

/** Begins a project. */
export function NewProjectPage() {
  return <Edit known={null} />;
}

/** Changes a project; a change that came too late is refused and says so. */
export function EditProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['project', station.id, id], () => api.projects.get({ station: station.id, id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  return <Edit key={id} known={asked.value} />;
}

function Edit({ known }: { known: Project | null }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const saving = useChange();
  const draft = useDraft<ProjectDraft>(me.id, projectPlace(known?.id ?? `new/${station.id}`), () =>
    known ? draftOfProject(known) : freshProject(),
  );
  const [tried, setTried] = useState(false);
  if (!draft.value) return null;
  const project = draft.value;
  const wrongs = tried ? projectWrongs(project) : [];
  async function save(typed: FormEvent): Promise<void> {
    typed.preventDefault();
    setTried(true);
    if (projectWrongs(project).length > 0) return;
    const input = { ...projectInput(project), station: station.id, id: project.id };
    const saved = await saving.run(() =>
      known ? api.projects.change({ ...input, version: known.version }, once()) : api.projects.add(input, once()),
    );
    if (!saved) return;
    await draft.clear();
    await navigate({ to: '/projects/$id', params: { id: project.id } });
  }
  return (
    <form noValidate onSubmit={(typed) => void save(typed)}>
      <PageHead
        title={known ? say('project.edit-title', { name: known.name }) : say('project.new-title')}
        back={{ to: '/projects', label: say('nav.projects') }}
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine
          sentence={saving.failure?.sentence}
          wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))}
        />
        <ProjectFields
          project={project}
          change={draft.change}
          wrong={(field) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0]}
        />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={saving.busy}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
