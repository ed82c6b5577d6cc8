import { useRef, useState } from 'react';
import { LOOPS, PLACEHOLDERS, TEMPLATE_MB } from '../../src/reports/templates/codes.ts';
import type { Template } from '../../src/reports/templates/schema.ts';
import type { Profile } from '../../src/reports/profiles/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useExport } from './use-export.ts';
import './reports.css';

/** The county's own Word forms, and the tables of outside platforms. */
export function FormsPage() {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const templates = useKept(['templates', station.id], () => api.reports.templates({ station: station.id }));
  const profiles = useKept(['profiles', station.id], () => api.reports.profiles({ station: station.id }));
  const head = may('station.manage');
  if (!templates.value || !profiles.value) return <Waiting failure={templates.failure ?? profiles.failure} />;
  return (
    <>
      <PageHead
        title={say('forms.title')}
        context={say('forms.context')}
        back={{ to: '/reports', label: say('nav.reports') }}
      />
      {templates.value.items.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('forms.none')} todo={say(head ? 'forms.none-todo' : 'forms.ask-head')} />
        </section>
      ) : (
        <RowList label={say('forms.word')}>
          {templates.value.items.map((template) => (
            <TemplateRow key={template.id} template={template} head={head} />
          ))}
        </RowList>
      )}
      {head ? <AddTemplate /> : null}
      <PlaceholderList />
      <ProfileList profiles={profiles.value.items} head={head} />
    </>
  );
}

/** Base64 of a file's bytes. */
function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unread'));
    reader.readAsDataURL(file);
  });
}

function AddTemplate() {
  const { say } = useWords();
  const station = useStation();
  const input = useRef<HTMLInputElement>(null);
  const action = useChange();
  const example = useExport();
  const [tooLarge, setTooLarge] = useState(false);
  const add = async (file: File) => {
    setTooLarge(file.size > TEMPLATE_MB * 2 ** 20);
    if (file.size > TEMPLATE_MB * 2 ** 20) return;
    await action.run(async () => {
      const content = await contentOf(file);
      await api.reports.keepTemplate({ station: station.id, id: newId(), name: file.name, content }, once());
    });
  };
  return (
    <section className="inset forms-add">
      <ErrorLine sentence={tooLarge ? say('forms.too-large', { limit: TEMPLATE_MB }) : action.failure?.sentence} />
      <div className="line">
        <Button kind="filled" busy={action.busy} onClick={() => input.current?.click()}>
          {say('forms.add')}
        </Button>
        <Button busy={example.busy} onClick={() => example.fetch(() => api.reports.exampleTemplate({}))}>
          {say('forms.example')}
        </Button>
        <span role="status">{example.saved ? say('report.saved', { name: example.saved }) : ''}</span>
        <ErrorLine sentence={example.failure?.sentence} />
      </div>
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        aria-label={say('forms.add')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void add(file);
        }}
      />
    </section>
  );
}

function TemplateRow({ template, head }: { template: Template; head: boolean }) {
  const { say, language } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const drop = () => action.run(() => api.reports.dropTemplate({ station: station.id, id: template.id }, once()));
  return (
    <Row
      name={template.name}
      reason={
        <span>{say('forms.added', { by: template.addedBy, day: sayDay(dayOf(template.addedAt), language) })}</span>
      }
      action={
        head ? (
          <Button kind="text" busy={action.busy} onClick={() => setAsking(true)}>
            {say('forms.drop')}
          </Button>
        ) : undefined
      }
    >
      <ErrorLine sentence={action.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('forms.drop-question', { name: template.name })}
          yes={say('forms.drop')}
          onYes={() => void drop()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </Row>
  );
}

/** What may stand in braces. The names are Chinese in both languages: they are what is typed into the form. */
function PlaceholderList() {
  const { say, language } = useWords();
  return (
    <details className="inset forms-names">
      <summary>{say('forms.names')}</summary>
      <p className="note">{say('forms.names-note')}</p>
      <ul>
        {Object.entries(PLACEHOLDERS).map(([name, english]) => (
          <li key={name}>
            <code>{`{${name}}`}</code>
            {language === 'en' ? ` ${english}` : ''}
          </li>
        ))}
      </ul>
      <p className="note">{say('forms.rows-note')}</p>
      <ul>
        {Object.entries(LOOPS).map(([name, columns]) => (
          <li key={name}>
            <code>{`{#${name}}${columns.map((one) => `{${one}}`).join(' ')}{/${name}}`}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ProfileList({ profiles, head }: { profiles: Profile[]; head: boolean }) {
  const { say } = useWords();
  return (
    <>
      <RowList label={say('forms.tables')}>
        {profiles.length === 0 ? <Row name={say('forms.tables-none')} reason={say('forms.tables-todo')} /> : null}
        {profiles.map((profile) => (
          <Row
            key={profile.id}
            name={profile.name}
            reason={say('forms.table-what', {
              list: say(`list-of.${profile.layout.list}`),
              count: profile.layout.columns.length,
            })}
            action={
              head ? (
                <ButtonLink to="/reports/tables/$id" params={{ id: profile.id }}>
                  {say('forms.change')}
                </ButtonLink>
              ) : undefined
            }
          />
        ))}
      </RowList>
      {head ? (
        <p className="inset line">
          <ButtonLink to="/reports/tables/$id" params={{ id: 'new' }} kind="tinted">
            {say('forms.table-add')}
          </ButtonLink>
          <ButtonLink to="/reports/tables/$id" params={{ id: 'example' }}>
            {say('forms.table-example')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
