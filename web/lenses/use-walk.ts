import { useNavigate } from '@tanstack/react-router';
import { api, once } from '../api/client.ts';
import { useSessionDoor } from '../shell/session.tsx';
import { type Action, useAction } from '../ui/use-action.ts';
import { today } from '../ui/dates.ts';
import { type Choice, yearsUntil } from './choices.ts';
import type { Walk } from './walks.ts';

/** Goes to a step of a walk, as the made-up person who can see it. Only in a demonstration. */
export function useWalk(): Action & { goTo: (walk: Walk, nth: number) => Promise<void> } {
  const { session, reload, chooseStation } = useSessionDoor();
  const navigate = useNavigate();
  const action = useAction();
  async function enter(walk: Walk): Promise<string | undefined> {
    const own = session.state === 'in' ? session.me.stations.find(({ name }) => name === walk.station) : undefined;
    if (own && session.state === 'in' && session.me.name === walk.who) return own.id;
    const accounts = await api.access.demoAccounts({});
    const person = accounts.items.find(({ name }) => name === walk.who);
    if (!person) return own?.id;
    await api.access.enterDemo({ account: person.id }, once());
    await reload();
    return (await api.access.me({})).stations.find(({ name }) => name === walk.station)?.id;
  }
  async function goTo(walk: Walk, nth: number): Promise<void> {
    const step = walk.steps[nth];
    if (!step) return;
    await action.run(async () => {
      const station = await enter(walk);
      if (station) chooseStation(station);
      const project = station && step.project ? await findProject(station, step.project) : undefined;
      const search: Choice = {
        ...(project ? { scope: 'project' as const, project } : {}),
        ...yearsUntil(today(), step.years ?? 1),
        ...{ walk: walk.key, step: nth },
      };
      await navigate({
        to: '/lenses/$lens',
        params: { lens: step.lens },
        search,
        hash: step.at ? `measure-${step.at}` : '',
      });
    });
  }
  return { ...action, goTo };
}

async function findProject(station: string, name: string): Promise<string | undefined> {
  const { items } = await api.projects.list({ station, limit: 100 });
  return items.find((one) => one.name === name)?.id;
}
