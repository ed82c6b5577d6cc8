import { insertOrganisation, insertStation, openCounty, requireAreas } from '../places/store.ts';
import { dayInChina } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command, type Doing } from '../platform/pipeline/command.ts';
import { ANYONE, HOST_KEEPER } from '../platform/pipeline/procedure.ts';
import { prepareAccount, saveAccount } from './new-account.ts';
import { digestOf } from '../platform/pipeline/canonical.ts';
import { invitationEnds, makeToken } from './rules.ts';
import { Invited, OpenStation, SetUp } from './schema.ts';
import { getInstallation, insertGrant, insertInvitation, markSetUp, type NewInvitation } from './store.ts';

const countyOfTown = (town: string) => Number(town.slice(0, 6));

export interface SetUpParts {
  /** True only for the made-up county. */
  demo?: boolean;
  /** The code that this asker must give; undefined on the machine itself. Refuses who asks too often. */
  codeFor: (doing: Doing) => string | undefined;
  /** Loads the villages of the county's province: reference data, the same however often it is done. */
  prepareCounty: (county: number) => Promise<void>;
}

/**
 * First visit: the station, its operator and the first account, who becomes its head and keeper of the host.
 * From another machine it needs the code that the program printed.
 */
export function setUpCommand(parts: SetUpParts) {
  return command({
    name: 'access.setUp',
    version: 1,
    permit: ANYONE,
    county: (input) => countyOfTown(input.station.town),
    summary: 'Set up the first station and its first account',
    path: '/access/set-up',
    input: SetUp,
    output: Saved,
    hush: ({ account: { password: _, ...account }, station }) => ({ station, account }),
    load: async (transaction, input, doing) => {
      await refuseStranger(transaction, input.code, () => parts.codeFor(doing));
      const [hash] = await Promise.all([
        prepareAccount(transaction, input.account),
        requireAreas(transaction, [input.station.town]),
      ]);
      await parts.prepareCounty(doing.county);
      return hash;
    },
    decide: (hash, { station, account }, doing) => {
      const { demo = false } = parts;
      return {
        station: station.id,
        subject: { kind: 'station', id: station.id },
        fields: ['town', 'name', 'operator', 'account'],
        answer: { id: station.id, version: 1 },
        save: (transaction) => {
          markSetUp(transaction, demo);
          openCounty(transaction, doing.county);
          saveStation(transaction, doing, { ...station, demo });
          saveHead(transaction, doing, { station: station.id, account, hash });
        },
      };
    },
  });
}

/** Refuses before anything is prepared: villages are loaded, and a password digested, for nobody but the one who sets up. */
async function refuseStranger(
  transaction: Transaction,
  code: string,
  codeWanted: () => string | undefined,
): Promise<void> {
  const { state } = await getInstallation(transaction);
  if (state === 'ready') throw new HeliError('not-allowed-now', 'already-set-up');
  const wanted = codeWanted();
  if (wanted && code !== wanted) throw new HeliError('forbidden', 'set-up-code');
}

/** The address of the resident page: the town's code, and a piece of the id, because a town may have two stations. */
function slugOf(station: { id: string; town: string }): string {
  return `${station.town.slice(0, 9)}-${station.id.slice(-4)}`;
}

/** Another station on this host (a county host serves many); its head gets an invitation, told once. */
export function openStationCommand(parts: Pick<SetUpParts, 'prepareCounty'>) {
  return command({
    name: 'access.openStation',
    version: 1,
    permit: HOST_KEEPER,
    county: (input) => countyOfTown(input.town),
    summary: 'Open another station on this host and invite its head',
    path: '/access/open-station',
    input: OpenStation,
    output: Invited,
    secret: ['token'],
    load: async (transaction, input, { county }) => {
      const [installation] = await Promise.all([
        getInstallation(transaction),
        requireAreas(transaction, [input.town]),
        parts.prepareCounty(county),
      ]);
      return installation;
    },
    decide: (installation, { head, ...station }, doing) => {
      const token = makeToken(doing.county);
      const expiresAt = invitationEnds(doing.now);
      return {
        station: station.id,
        subject: { kind: 'station', id: station.id },
        fields: ['town', 'name', 'operator', 'head'],
        answer: { id: station.id, version: 1, token, expiresAt: expiresAt.toISOString() },
        save: (transaction) => {
          openCounty(transaction, doing.county);
          saveStation(transaction, doing, { ...station, demo: installation.demo });
          inviteHead(transaction, doing, { station: station.id, name: head, digest: digestOf(token), expiresAt });
        },
      };
    },
  });
}

function inviteHead(
  transaction: Transaction,
  { county, newId, asker }: Doing,
  invitation: Pick<NewInvitation, 'station' | 'name' | 'digest' | 'expiresAt'>,
): void {
  const nowhere = { organisation: null, areaFrom: null, areaTo: null };
  insertInvitation(transaction, { ...invitation, ...nowhere, id: newId(), county, role: 'head', by: asker.id });
}

function saveStation(transaction: Transaction, doing: Doing, station: SetUp['station'] & { demo: boolean }): void {
  const operator = doing.newId();
  insertOrganisation(transaction, { id: operator, name: station.operator, kind: 'social-work' });
  insertStation(transaction, {
    id: station.id,
    county: doing.county,
    area: station.town,
    slug: slugOf(station),
    name: station.name,
    level: 'station',
    parent: null,
    operator,
    address: '',
    openedOn: dayInChina(doing.now),
    demo: station.demo,
  });
}

/** The first account: head of its station, and keeper of the host. */
function saveHead(
  transaction: Transaction,
  { county, newId, asker }: Doing,
  { station, account, hash }: { station: string; account: SetUp['account']; hash: string },
): void {
  const id = newId();
  saveAccount(transaction, { id, county, account, hash });
  insertGrant(transaction, { id: newId(), account: id, role: 'head', county, station, by: asker.id });
  insertGrant(transaction, { id: newId(), account: id, role: 'keeper', county, host: true, by: asker.id });
}
