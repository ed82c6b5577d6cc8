// One right use of every procedure, and who is refused. The walk fails for a procedure that is not here.
import { randomUUID } from 'node:crypto';
import { openClient } from '../support/client.ts';
import { NOT_MANAGING, NOT_READING, NOT_SEEING, NOT_WRITING, OPEN, type Sample } from './sample.ts';
import { joining, signing } from './samples-access.ts';
import { ledger, PIXEL, projects } from './samples-ledger.ts';
import { lenses } from './samples-lenses.ts';
import { people } from './samples-people.ts';
import { reports } from './samples-reports.ts';
import type { Town } from './town.ts';

const atStation = (town: Town) => ({ station: town.station });
const another = (town: Town) => ({ station: town.station, id: randomUUID() });

async function announced(town: Town): Promise<string> {
  const id = randomUUID();
  await town.people.何晓川.call('activities/announce', { ...noticeOf(town), id });
  return id;
}

const noticeOf = (town: Town) => ({
  ...another(town),
  title: '义诊，量血压',
  startsAt: new Date(Date.now() + 86_400_000).toISOString(),
  place: '晒谷坪',
  note: '',
});

/** A work day with a photo that everybody agreed to; answers what residents shall be told of it. */
async function doneOf(town: Town) {
  const worker = town.people.何晓川;
  const [event, photo] = [randomUUID(), randomUUID()];
  const startedAt = new Date(Date.now() - 3_600_000).toISOString();
  const act = { kind: 'work-day', title: '修水沟', startedAt, minutes: 60, unnamed: 12 };
  await worker.call('ledger/record', { ...atStation(town), id: event, ...act });
  const picture = { kind: 'photo', name: '水沟', type: 'image/png', content: PIXEL, consent: true };
  await worker.call('ledger/attach', { ...atStation(town), id: photo, event, ...picture });
  const told = { title: act.title, startsAt: startedAt, place: '晒谷坪', note: '沟修好了', came: 12 };
  return { ...another(town), event, ...told, photos: [photo], agreed: true };
}

const places: Record<string, Sample> = {
  'places.areas': {
    by: 'nobody',
    input: () => ({ parent: '430181000000' }),
    refuses: OPEN,
    wrong: [{ what: 'a code of six digits', input: () => ({ parent: '430181' }), status: 400 }],
  },
  'places.villages': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'places.station': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'places.changeStation': {
    by: '周敏',
    input: async (town) => {
      const { body } = await town.people.周敏.call('places/station', atStation(town));
      return {
        ...atStation(town),
        version: body.version,
        name: '清河镇社工站',
        phone: '0731-83210000',
        address: '河街 3 号',
      };
    },
    refuses: NOT_MANAGING,
  },
  'places.openPoint': {
    by: '周敏',
    input: (town) => ({ ...another(town), area: town.village, name: '柳塘村服务点', address: '' }),
    refuses: NOT_MANAGING,
  },
  'places.points': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'places.populations': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'places.recordPopulation': {
    by: '周敏',
    input: (town) => ({
      ...atStation(town),
      area: town.village,
      group: randomUUID(),
      asOf: '2025-12-31',
      count: 318,
      source: '村里的台账',
    }),
    refuses: NOT_MANAGING,
  },
};

const activities: Record<string, Sample> = {
  'activities.today': { by: '谭立', input: atStation, refuses: NOT_READING },
  'activities.announce': { by: '何晓川', input: noticeOf, refuses: NOT_WRITING },
  'activities.cancel': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: await announced(town), version: 1 }),
    refuses: NOT_WRITING,
  },
  'activities.tellDone': { by: '何晓川', input: doneOf, refuses: NOT_WRITING },
  'activities.publicPhoto': {
    by: 'nobody',
    input: async (town) => {
      const done = await doneOf(town);
      await town.people.何晓川.call('activities/tellDone', done);
      return { slug: town.slug, id: done.photos[0] };
    },
    refuses: OPEN,
    wrong: [
      { what: 'a picture that is not shown', input: (town) => ({ slug: town.slug, id: randomUUID() }), status: 404 },
    ],
  },
  'activities.notices': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'activities.publicStation': {
    by: 'nobody',
    input: (town) => ({ slug: town.slug }),
    refuses: OPEN,
    wrong: [{ what: 'an address that is no station’s', input: () => ({ slug: 'nowhere' }), status: 404 }],
  },
};

const sayingOf = async (town: Town) => ({
  ...{ slug: town.slug, notice: await announced(town), id: randomUUID() },
  ...{ name: '张婶', people: 2, phone: '' },
});
const proposalOf = (town: Town) => ({
  ...{ slug: town.slug, id: randomUUID(), what: '路灯坏了，晚上看不见', place: '柳塘村口' },
  ...{ name: '', phone: '' },
});
const anyone = (town: Town) => openClient(town.address);

/** Somebody who said that she comes. */
async function saidOf(town: Town) {
  const saying = await sayingOf(town);
  await anyone(town).call('activities/sayComing', saying);
  return saying;
}

async function proposedOf(town: Town) {
  const proposal = proposalOf(town);
  const { body } = await anyone(town).call('activities/propose', proposal);
  return { ...proposal, code: body.code };
}

const residents: Record<string, Sample> = {
  'activities.sayComing': {
    by: 'nobody',
    input: sayingOf,
    refuses: OPEN,
    wrong: [
      {
        what: 'a notice that is called off',
        input: async (town) => {
          const saying = await sayingOf(town);
          const off = { ...atStation(town), id: saying.notice, version: 1 };
          await town.people.何晓川.call('activities/cancel', off);
          return saying;
        },
        status: 422,
      },
      {
        what: 'another station’s notice',
        input: async (town) => ({ ...(await sayingOf(town)), slug: '430181999-0000' }),
        status: 404,
      },
      { what: 'a hundred people', input: async (town) => ({ ...(await sayingOf(town)), people: 100 }), status: 400 },
    ],
  },
  'activities.takeBackComing': {
    by: 'nobody',
    input: async (town) => {
      const { slug, id } = await saidOf(town);
      return { slug, id };
    },
    refuses: OPEN,
    wrong: [{ what: 'what nobody said', input: ({ slug }) => ({ slug, id: randomUUID() }), status: 404 }],
  },
  'activities.propose': {
    by: 'nobody',
    input: proposalOf,
    refuses: OPEN,
    wrong: [
      { what: 'no station', input: (town) => ({ ...proposalOf(town), slug: '430181999-0000' }), status: 404 },
      { what: '501 signs', input: (town) => ({ ...proposalOf(town), what: '灯'.repeat(501) }), status: 400 },
      { what: 'words for a phone', input: (town) => ({ ...proposalOf(town), phone: '问我儿子' }), status: 400 },
    ],
  },
  'activities.publicProposal': {
    by: 'nobody',
    input: async (town) => {
      const { slug, code } = await proposedOf(town);
      return { slug, code };
    },
    refuses: OPEN,
    wrong: [{ what: 'a number nobody was given', input: ({ slug }) => ({ slug, code: '0000000000' }), status: 404 }],
  },
  'activities.coming': {
    by: '谭立',
    input: async (town) => ({ ...atStation(town), notice: (await saidOf(town)).notice }),
    refuses: NOT_READING,
  },
  'activities.expected': {
    by: '谭立',
    input: async (town) => {
      await saidOf(town);
      return { ...atStation(town), day: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) };
    },
    refuses: NOT_READING,
  },
  'activities.proposals': {
    by: '谭立',
    input: (town) => ({ ...atStation(town), ended: false }),
    refuses: NOT_READING,
  },
  'activities.readProposal': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: (await proposedOf(town)).id, version: 1 }),
    refuses: NOT_WRITING,
  },
  'activities.answerProposal': {
    by: '何晓川',
    input: async (town) => ({
      ...{ ...atStation(town), id: (await proposedOf(town)).id, version: 1 },
      ...{ outcome: 'done', answer: '镇里来修好了。', nextOn: null },
    }),
    refuses: NOT_WRITING,
    wrong: [
      {
        what: 'what goes on, without the day of the next answer',
        input: async (town) => ({
          ...{ ...atStation(town), id: (await proposedOf(town)).id, version: 1 },
          ...{ outcome: 'doing', answer: '报给镇里了，下周来修。', nextOn: null },
        }),
        as: (town) => town.people.何晓川,
        status: 400,
      },
    ],
  },
  'activities.strikeProposal': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: (await proposedOf(town)).id, version: 1 }),
    refuses: NOT_WRITING,
  },
  'activities.strikeComing': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: (await saidOf(town)).id, version: 1 }),
    refuses: NOT_WRITING,
    wrong: [
      {
        what: 'what nobody said',
        as: (town) => town.people.何晓川,
        input: (town) => ({ ...atStation(town), id: randomUUID(), version: 1 }),
        status: 404,
      },
    ],
  },
};

const program: Record<string, Sample> = {
  'host.status': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'demo.open': {
    by: 'nobody',
    on: 'fresh',
    input: () => ({}),
    refuses: OPEN,
    wrong: [{ what: 'an installation that is set up', input: () => ({}), status: 422 }],
  },
};

export const SAMPLES: Record<string, Sample> = {
  ...signing,
  ...joining,
  ...places,
  ...people,
  ...ledger,
  ...projects,
  ...activities,
  ...residents,
  ...reports,
  ...lenses,
  ...program,
};
