// One right use of every procedure of the lenses, and who is refused.
import { randomUUID } from 'node:crypto';
import { NOT_READING, NOT_SEEING, NOT_SIGNED_IN, NOT_WRITING, type Sample } from './sample.ts';
import { meetingOf } from './samples-ledger.ts';
import { liu } from './samples-people.ts';
import type { Town } from './town.ts';

const here = (town: Town) => ({ station: town.station });
const dayAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
const lately = () => ({ from: dayAgo(1), to: dayAgo(0) });
const shown = (town: Town) => ({ ...here(town), ...lately(), lens: 'participation' });

async function worked(town: Town): Promise<string> {
  const id = randomUUID();
  const given = [{ partyKind: 'person', party: await liu(town), form: 'labour', minutes: 60 }];
  const answer = await town.people.何晓川.call('ledger/record', { ...here(town), id, ...meetingOf(), given });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

export const lenses: Record<string, Sample> = {
  'lenses.show': {
    by: '谭立',
    input: shown,
    refuses: NOT_SEEING,
    wrong: [
      {
        what: 'days that are turned round',
        input: (town) => ({ ...shown(town), from: dayAgo(0), to: dayAgo(9) }),
        as: (town) => town.people.谭立,
        status: 400,
      },
      {
        what: 'a village of another town',
        input: (town) => ({ ...shown(town), scope: 'village', village: '430181002201' }),
        as: (town) => town.people.谭立,
        status: 400,
      },
      {
        what: 'one village, for who may not open records',
        input: (town) => ({ ...shown(town), scope: 'village', village: town.village }),
        as: (town) => town.people.吴国平,
        status: 403,
      },
    ],
  },
  'lenses.list': { by: '钱秀英', input: () => ({}), refuses: NOT_SIGNED_IN },
  'lenses.rows': {
    by: '谭立',
    input: async (town) => {
      await worked(town);
      return { ...here(town), ...lately(), measure: 'A4', value: 'share' };
    },
    refuses: NOT_READING,
    wrong: [
      {
        what: 'a measure that there is not',
        input: (town) => ({ ...here(town), ...lately(), measure: 'Z9', value: 'share' }),
        as: (town) => town.people.谭立,
        status: 404,
      },
    ],
  },
  'lenses.file': { by: '谭立', input: (town) => ({ ...shown(town), as: 'excel' }), refuses: NOT_SEEING },
  'lenses.shocks': { by: '吴国平', input: here, refuses: NOT_SEEING },
  'lenses.logShock': {
    by: '何晓川',
    input: (town) => ({ ...here(town), id: randomUUID(), kind: 'flood', name: '大水', from: dayAgo(9), to: dayAgo(8) }),
    refuses: NOT_WRITING,
  },
  'lenses.countSheet': {
    by: '何晓川',
    input: async (town) => ({ ...here(town), event: await worked(town), onPaper: 3, onBoth: 0 }),
    refuses: NOT_WRITING,
  },
};
