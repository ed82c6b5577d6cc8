import type { Lens, LensName, Scope } from '../../src/lenses/schema.ts';
import { api } from '../api/client.ts';
import { type KeptQuery, useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { today } from '../ui/dates.ts';
import { type Choice, type Window, windowsUntil } from './choices.ts';

/** What is asked of the engine: the choice of the address, with what is left open filled in. */
export type Asked = Scope & { group?: string };

export function useAsked(choice: Choice): Asked {
  const station = useStation();
  const { may } = useSession();
  const usual: Window | undefined = windowsUntil(today(), !may('records.read'))[0];
  const { scope = station.overview.scope, village, project, group } = choice;
  const from = choice.from ?? usual?.from ?? today();
  const to = choice.to ?? usual?.to ?? today();
  return {
    ...{ station: station.id, scope, from, to },
    ...(scope === 'village' && village ? { village } : {}),
    ...(scope === 'project' && project ? { project } : {}),
    ...(group ? { group } : {}),
  };
}

export function useLens(lens: LensName, asked: Asked): KeptQuery<Lens> {
  return useKept(['lens', lens, JSON.stringify(asked)], () => api.lenses.show({ ...asked, lens }));
}
