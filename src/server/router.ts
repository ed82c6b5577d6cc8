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
import { announceNotice, cancelNoticeCommand, tellDone } from '../activities/commands.ts';
import { getPublicPhoto, getPublicStation, getToday, listNoticesQuery } from '../activities/queries.ts';
import { answerProposal, readProposal, residentCommands, type ResidentParts } from '../activities/say-commands.ts';
import { strikeComingCommand, strikeProposalCommand } from '../activities/say-strike.ts';
import {
  findProposalQuery,
  listComingQuery,
  listExpectedQuery,
  listProposalsQuery,
} from '../activities/say-queries.ts';
import { attach, getAttachment, removeAttachmentCommand } from '../ledger/attachments.ts';
import { recordEvent, recordIntake, recordVisit } from '../ledger/commands.ts';
import { confirmEvent, correctEvent, correctVisit, finishStepCommand, takeBack } from '../ledger/corrections.ts';
import { addPartner, listPartnersQuery } from '../ledger/partners.ts';
import {
  getCountyMonth,
  getEvent,
  getHistory,
  getMonth,
  getRoster,
  listEventsQuery,
  listGatheringsQuery,
} from '../ledger/queries.ts';
import { countSheet, logShock } from '../lenses/commands.ts';
import { getLensFile } from '../lenses/files.ts';
import { listLensRows, listMeasures, listShocksQuery, showLensQuery } from '../lenses/queries.ts';
import { addPeople, addPerson, changePerson, revealIdNumber } from '../people/commands.ts';
import { recordConsent, withdrawConsentCommand } from '../people/consent-commands.ts';
import { keepApart, mergePeople, undoMergeCommand } from '../people/duplicate-commands.ts';
import { listDuplicates, listMergesQuery } from '../people/duplicate-queries.ts';
import { saveHouseholdCommand } from '../people/household-commands.ts';
import { getPerson, listPeopleQuery, searchPeopleQuery } from '../people/queries.ts';
import { changeStation, openPoint, recordPopulation } from '../places/commands.ts';
import { getStation, listAreasQuery, listPointsQuery, listPopulationsQuery, listVillages } from '../places/queries.ts';
import { addProject, changeProject } from '../projects/commands.ts';
import { getProject, listProjectsQuery } from '../projects/queries.ts';
import {
  commitImport,
  dropImport,
  judgeImport,
  openImport,
  reviewImport,
  stageImport,
  undoImport,
} from '../reports/import/commands.ts';
import { findMappingsQuery, getImport, listImportRowsQuery, listImportsQuery } from '../reports/import/queries.ts';
import { getLedgers, getReportFile } from '../reports/month/files.ts';
import { closeMonth, reopenMonth } from '../reports/month/closing-commands.ts';
import { getReport, listChangesQuery, listReachedQuery, listReportRows } from '../reports/month/queries.ts';
import { dropIndicator, listIndicatorsQuery, saveIndicatorCommand } from '../reports/contract/commands.ts';
import { listMonthReportsQuery, listReturnedMonthsQuery, reportMonth, returnMonth } from '../reports/month/county.ts';
import { dropProfile, saveProfileCommand } from '../reports/profiles/commands.ts';
import { getExport, listProfilesQuery } from '../reports/profiles/queries.ts';
import { dropTemplate, keepTemplate } from '../reports/templates/commands.ts';
import { getExampleTemplate, getFilledTemplate, listTemplatesQuery } from '../reports/templates/queries.ts';
import { type DemoParts, demoDoors } from './demonstration.ts';
import { type HostParts, hostDoors } from './host.ts';

export interface RouterParts {
  residents: ResidentParts;
  signIn: SignInParts;
  host: HostParts;
  demo: DemoParts;
  /** Loads the villages of a county. */
  prepareCounty: (county: number) => Promise<void>;
}

const places = {
  areas: listAreasQuery,
  villages: listVillages,
  station: getStation,
  changeStation,
  openPoint,
  points: listPointsQuery,
  populations: listPopulationsQuery,
  recordPopulation,
};
const people = {
  add: addPerson,
  addMany: addPeople,
  change: changePerson,
  get: getPerson,
  list: listPeopleQuery,
  search: searchPeopleQuery,
  revealIdNumber,
  recordConsent,
  withdrawConsent: withdrawConsentCommand,
  saveHousehold: saveHouseholdCommand,
  duplicates: listDuplicates,
  merge: mergePeople,
  undoMerge: undoMergeCommand,
  keepApart,
  merges: listMergesQuery,
};
const ledger = {
  recordVisit,
  recordIntake,
  record: recordEvent,
  correctVisit,
  correct: correctEvent,
  takeBack,
  confirm: confirmEvent,
  finishStep: finishStepCommand,
  attach,
  removeAttachment: removeAttachmentCommand,
  attachment: getAttachment,
  events: listEventsQuery,
  event: getEvent,
  history: getHistory,
  gatherings: listGatheringsQuery,
  roster: getRoster,
  addPartner,
  partners: listPartnersQuery,
  month: getMonth,
  countyMonth: getCountyMonth,
};
const projects = { add: addProject, change: changeProject, get: getProject, list: listProjectsQuery };
const activities = {
  today: getToday,
  announce: announceNotice,
  cancel: cancelNoticeCommand,
  tellDone,
  notices: listNoticesQuery,
  publicStation: getPublicStation,
  publicPhoto: getPublicPhoto,
  coming: listComingQuery,
  expected: listExpectedQuery,
  proposals: listProposalsQuery,
  readProposal,
  answerProposal,
  strikeComing: strikeComingCommand,
  strikeProposal: strikeProposalCommand,
};

const reports = {
  openImport,
  stageImport,
  judgeImport,
  commitImport,
  reviewImport,
  undoImport,
  dropImport,
  imports: listImportsQuery,
  import: getImport,
  importRows: listImportRowsQuery,
  mappings: findMappingsQuery,
  month: getReport,
  rows: listReportRows,
  reached: listReachedQuery,
  changes: listChangesQuery,
  closeMonth,
  reopenMonth,
  reportMonth,
  monthReports: listMonthReportsQuery,
  returnedMonths: listReturnedMonthsQuery,
  returnMonth,
  saveIndicator: saveIndicatorCommand,
  dropIndicator,
  indicators: listIndicatorsQuery,
  keepTemplate,
  dropTemplate,
  templates: listTemplatesQuery,
  filledTemplate: getFilledTemplate,
  exampleTemplate: getExampleTemplate,
  saveProfile: saveProfileCommand,
  dropProfile,
  profiles: listProfilesQuery,
  export: getExport,
  file: getReportFile,
  ledgers: getLedgers,
};

const lenses = {
  show: showLensQuery,
  list: listMeasures,
  rows: listLensRows,
  file: getLensFile,
  shocks: listShocksQuery,
  logShock,
  countSheet,
};

/** Every procedure of Heli. One declaration is the REST route, the OpenAPI document, the web client and the CLI call. */
export function makeRouter({ signIn, residents, host, demo, prepareCounty }: RouterParts) {
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
    places,
    people,
    ledger,
    projects,
    activities: { ...activities, ...residentCommands(residents), publicProposal: findProposalQuery(residents) },
    reports,
    lenses,
    host: hostDoors(host),
    demo: demoDoors(demo),
  };
}

export type Router = ReturnType<typeof makeRouter>;
