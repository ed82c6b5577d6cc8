import { acceptInvitation, invite, revokeGrantCommand, withdrawInvitationCommand } from '../access/commands.ts';
import { openStationCommand, setUpCommand } from '../access/set-up.ts';
import { accountDoors } from '../access/account-doors.ts';
import { signInDoors } from '../access/sign-in-doors.ts';
import type { SignInParts } from '../access/sign-in.ts';
import {
  getMe,
  listAccess,
  listColleaguesQuery,
  listDemoAccounts,
  listInvitationsQuery,
  listSignIns,
  readInvitation,
} from '../access/queries.ts';
import { announceNotice, cancelNoticeCommand } from '../activities/commands.ts';
import { getPublicStation, getToday, listNoticesQuery } from '../activities/queries.ts';
import { recordIntake, recordVisit } from '../ledger/commands.ts';
import { listEventsQuery } from '../ledger/queries.ts';
import { addPeople, addPerson, changePerson } from '../people/commands.ts';
import { getPerson, listPeopleQuery, searchPeopleQuery } from '../people/queries.ts';
import { changeStation, openPoint, recordPopulation } from '../places/commands.ts';
import { getStation, listAreasQuery, listPointsQuery, listPopulationsQuery, listVillages } from '../places/queries.ts';
import { type DemoParts, demoDoors } from './demonstration.ts';
import { type HostParts, hostDoors } from './host.ts';

export interface RouterParts {
  signIn: SignInParts;
  host: HostParts;
  demo: DemoParts;
  /** Loads the villages of a county. */
  prepareCounty: (county: number) => Promise<void>;
}

/** Every procedure of Heli. One declaration is the REST route, the OpenAPI document, the web client and the CLI call. */
export function makeRouter({ signIn, host, demo, prepareCounty }: RouterParts) {
  return {
    access: {
      ...signInDoors(signIn),
      ...accountDoors(signIn),
      setUp: setUpCommand({ codeFor: (doing) => demo.codeFor(doing.context), prepareCounty }),
      openStation: openStationCommand({ prepareCounty }),
      me: getMe,
      demoAccounts: listDemoAccounts,
      invite,
      invitations: listInvitationsQuery,
      withdrawInvitation: withdrawInvitationCommand,
      readInvitation,
      acceptInvitation,
      colleagues: listColleaguesQuery,
      revokeGrant: revokeGrantCommand,
      signIns: listSignIns,
      accessLog: listAccess,
    },
    places: {
      areas: listAreasQuery,
      villages: listVillages,
      station: getStation,
      changeStation,
      openPoint,
      points: listPointsQuery,
      populations: listPopulationsQuery,
      recordPopulation,
    },
    people: {
      add: addPerson,
      addMany: addPeople,
      change: changePerson,
      get: getPerson,
      list: listPeopleQuery,
      search: searchPeopleQuery,
    },
    ledger: { recordVisit, recordIntake, events: listEventsQuery },
    activities: {
      today: getToday,
      announce: announceNotice,
      cancel: cancelNoticeCommand,
      notices: listNoticesQuery,
      publicStation: getPublicStation,
    },
    host: hostDoors(host),
    demo: demoDoors(demo),
  };
}

export type Router = ReturnType<typeof makeRouter>;
