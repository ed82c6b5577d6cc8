import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { TodayPage } from '../today/today-page.tsx';
import { BrokenPage } from './broken-page.tsx';
import { Frame } from './frame.tsx';
import { MissingPage } from './missing-page.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

/** Pages before the sign-in. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('../start/start-page.tsx'), 'StartPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../start/set-up-page.tsx'), 'SetUpPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../start/sign-in-page.tsx'), 'SignInPage'),
});
const demo = createRoute({
  getParentRoute: () => root,
  path: '/demo',
  component: lazyRouteComponent(() => import('../start/demo-page.tsx'), 'DemoPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../start/join-page.tsx'), 'JoinPage'),
});

/** Pages of the staff, inside the frame with its rail or bar. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const inFrame = { getParentRoute: () => frame };

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
const firstSteps = createRoute({
  ...inFrame,
  path: '/first-steps',
  component: lazyRouteComponent(() => import('../start/first-steps-page.tsx'), 'FirstStepsPage'),
});
const settings = createRoute({
  ...inFrame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});
const account = createRoute({
  ...inFrame,
  path: '/settings/account',
  component: lazyRouteComponent(() => import('../settings/account-page.tsx'), 'AccountPage'),
});
const colleagues = createRoute({
  ...inFrame,
  path: '/settings/colleagues',
  component: lazyRouteComponent(() => import('../settings/colleagues-page.tsx'), 'ColleaguesPage'),
});
const station = createRoute({
  ...inFrame,
  path: '/settings/station',
  component: lazyRouteComponent(() => import('../settings/station-page.tsx'), 'StationPage'),
});
const program = createRoute({
  ...inFrame,
  path: '/settings/program',
  component: lazyRouteComponent(() => import('../settings/program-page.tsx'), 'ProgramPage'),
});

const tree = root.addChildren([
  start,
  setUp,
  signIn,
  demo,
  join,
  frame.addChildren([
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
    outbox,
    activities,
    announce,
    firstSteps,
    settings,
    account,
    colleagues,
    station,
    program,
  ]),
]);

/** All pages of the staff's web. Today is in the first load, the others come when they are opened. */
export const router = createRouter({
  defaultErrorComponent: BrokenPage,
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
