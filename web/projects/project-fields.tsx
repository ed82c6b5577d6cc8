import { PROJECT_KINDS, STATES, WORKS } from '../../src/projects/codes.ts';
import { type Word, useWords } from '../i18n/words.ts';
import { shortVillage } from '../people/person-words.ts';
import { useVillages } from '../people/use-person.ts';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/field.tsx';
import { type ProjectDraft, withKind, YES_NO } from './project-draft.ts';
import { CHOICES } from './works-words.ts';

interface FieldsProps {
  project: ProjectDraft;
  change: (part: Partial<ProjectDraft>) => void;
  wrong: (field: string) => string | undefined;
}

/** What a project is; the attributes of a micro-work when it is one. */
export function ProjectFields({ project, change, wrong }: FieldsProps) {
  const { say } = useWords();
  const villages = useVillages();
  return (
    <>
      <Chips
        label={say('project.kind')}
        chips={PROJECT_KINDS.map((value) => ({ value, words: say(`project.kind-${value}`) }))}
        chosen={[project.kind]}
        onChange={([kind]) => kind && change(withKind(project, kind))}
      />
      <TextField
        id="project-name"
        label={say('project.name')}
        value={project.name}
        placeholder={say('project.name-example')}
        maxLength={60}
        autoComplete="off"
        onText={(name) => change({ name })}
        wrong={wrong('project-name')}
      />
      <TextAreaField
        label={say('project.purpose')}
        value={project.purpose}
        maxLength={500}
        onText={(purpose) => change({ purpose })}
      />
      <div className="pair">
        <SelectField label={say('project.village')} value={project.area} onText={(area) => change({ area })}>
          <option value="">{say('project.no-village')}</option>
          {villages.map((village) => (
            <option key={village.code} value={village.code}>
              {shortVillage(village.name)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say('project.place')}
          value={project.place}
          maxLength={60}
          onText={(place) => change({ place })}
        />
      </div>
      <TextField
        label={say('project.partners')}
        value={project.partners}
        maxLength={200}
        onText={(partners) => change({ partners })}
      />
      <SelectField label={say('project.state')} value={project.state} onText={(state) => change({ state })}>
        {STATES[project.kind].map((state) => (
          <option key={state} value={state}>
            {say(`state.${state}` as Word)}
          </option>
        ))}
      </SelectField>
      {project.kind === 'micro-work' ? <WorksFields project={project} change={change} wrong={wrong} /> : null}
    </>
  );
}

function WorksFields({ project, change, wrong }: FieldsProps) {
  const { say } = useWords();
  const choose = (name: string, value: string) => change({ choices: { ...project.choices, [name]: value } });
  const count = (name: keyof ProjectDraft['numbers'], value: string) =>
    change({ numbers: { ...project.numbers, [name]: value } });
  return (
    <section className="stack" aria-label={say('project.works')}>
      <h2 className="field-label">{say('project.works')}</h2>
      <div className="pair">
        {Object.entries(CHOICES).map(([name, words]) => (
          <Choice
            key={name}
            name={name}
            value={project.choices[name] ?? ''}
            options={WORKS[name as keyof typeof CHOICES].map((value) => [value, say(`${words}.${value}` as Word)])}
            onChoose={choose}
          />
        ))}
        {YES_NO.map((name) => (
          <Choice
            key={name}
            name={name}
            value={project.choices[name] ?? ''}
            options={[
              ['yes', say('project.yes')],
              ['no', say('project.no')],
            ]}
            onChoose={choose}
          />
        ))}
        {(['households', 'cost', 'days'] as const).map((name) => (
          <TextField
            key={name}
            id={name === 'households' ? 'project-numbers' : undefined}
            label={say(`project.works-${name}`)}
            value={project.numbers[name]}
            inputMode="decimal"
            maxLength={12}
            onText={(value) => count(name, value)}
            wrong={name === 'households' ? wrong('project-numbers') : undefined}
          />
        ))}
      </div>
      <TextField
        label={say('project.works-scope')}
        value={project.scope}
        maxLength={80}
        onText={(scope) => change({ scope })}
      />
    </section>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  options: [string, string][];
  onChoose: (name: string, value: string) => void;
}

function Choice({ name, value, options, onChoose }: ChoiceProps) {
  const { say } = useWords();
  return (
    <SelectField label={say(`project.works-${name}` as Word)} value={value} onText={(chosen) => onChoose(name, chosen)}>
      <option value="">{say('project.unsaid')}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
