import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { TodayPage } from '../today/today-page.tsx';
import { Frame } from './frame.tsx';
import { MissingPage } from './missing-page.tsx';

export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

/** Pages of the staff, inside the frame with its rail or bar. */
export const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
export const inFrame = { getParentRoute: () => frame };

const today = createRoute({ ...inFrame, path: '/', component: TodayPage });
const people = createRoute({
  ...inFrame,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});
const newPerson = createRoute({
  ...inFrame,
  path: '/people/new',
  component: lazyRouteComponent(() => import('../people/new-person-page.tsx'), 'NewPersonPage'),
});
const person = createRoute({
  ...inFrame,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../people/person-page.tsx'), 'PersonPage'),
});
const editPerson = createRoute({
  ...inFrame,
  path: '/people/$id/edit',
  component: lazyRouteComponent(() => import('../people/edit-person-page.tsx'), 'EditPersonPage'),
});
const editSection = createRoute({
  ...inFrame,
  path: '/people/$id/edit/$section',
  component: lazyRouteComponent(() => import('../people/edit-person-page.tsx'), 'EditPersonPage'),
});
const household = createRoute({
  ...inFrame,
  path: '/people/$id/household',
  component: lazyRouteComponent(() => import('../people/household-page.tsx'), 'HouseholdPage'),
});
const consent = createRoute({
  ...inFrame,
  path: '/people/$id/consent',
  component: lazyRouteComponent(() => import('../people/consent-page.tsx'), 'ConsentPage'),
});
const duplicates = createRoute({
  ...inFrame,
  path: '/people/duplicates',
  component: lazyRouteComponent(() => import('../people/duplicates-page.tsx'), 'DuplicatesPage'),
});
const visit = createRoute({
  ...inFrame,
  path: '/people/$id/visit',
  component: lazyRouteComponent(() => import('../visits/visit-page.tsx'), 'VisitPage'),
});
const record = createRoute({
  ...inFrame,
  path: '/record',
  component: lazyRouteComponent(() => import('../visits/record-page.tsx'), 'RecordPage'),
});
const outbox = createRoute({
  ...inFrame,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../today/outbox-page.tsx'), 'OutboxPage'),
});
const activities = createRoute({
  ...inFrame,
  path: '/activities',
  component: lazyRouteComponent(() => import('../activities/activities-page.tsx'), 'ActivitiesPage'),
});
const announce = createRoute({
  ...inFrame,
  path: '/activities/new',
  component: lazyRouteComponent(() => import('../activities/announce-page.tsx'), 'AnnouncePage'),
});
const proposals = createRoute({
  ...inFrame,
  path: '/proposals',
  component: lazyRouteComponent(() => import('../proposals/proposals-page.tsx'), 'ProposalsPage'),
});
const recordKind = createRoute({
  ...inFrame,
  path: '/record/$kind',
  component: lazyRouteComponent(() => import('../ledger/event-page.tsx'), 'EventPage'),
});
const signInList = createRoute({
  ...inFrame,
  path: '/gatherings/$id/sign-in',
  component: lazyRouteComponent(() => import('../ledger/sign-in-page.tsx'), 'SignInPage'),
});
const gatheringEvent = createRoute({
  ...inFrame,
  path: '/gatherings/$id/event',
  component: lazyRouteComponent(() => import('../ledger/sign-in-page.tsx'), 'GatheringEventPage'),
});
const event = createRoute({
  ...inFrame,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('../ledger/line-page.tsx'), 'LinePage'),
});
const editEvent = createRoute({
  ...inFrame,
  path: '/events/$id/edit',
  component: lazyRouteComponent(() => import('../ledger/correct-page.tsx'), 'CorrectPage'),
});
const projects = createRoute({
  ...inFrame,
  path: '/projects',
  component: lazyRouteComponent(() => import('../projects/projects-page.tsx'), 'ProjectsPage'),
});
const newProject = createRoute({
  ...inFrame,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('../projects/edit-project-page.tsx'), 'NewProjectPage'),
});
const project = createRoute({
  ...inFrame,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('../projects/project-page.tsx'), 'ProjectPage'),
});
const editProject = createRoute({
  ...inFrame,
  path: '/projects/$id/edit',
  component: lazyRouteComponent(() => import('../projects/edit-project-page.tsx'), 'EditProjectPage'),
});

/** A day's work: Today, people, visits and every other act, projects. */
export const workRoutes = [
  today,
  people,
  newPerson,
  person,
  editPerson,
  editSection,
  household,
  consent,
  duplicates,
  visit,
  record,
  recordKind,
  signInList,
  gatheringEvent,
  event,
  editEvent,
  projects,
  newProject,
  project,
  editProject,
  outbox,
  activities,
  announce,
  proposals,
] as const;
