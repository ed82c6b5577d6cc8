import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readChoice } from '../lenses/choices.ts';
import { BrokenPage } from './broken-page.tsx';
import { frame, inFrame, root, workRoutes } from './work-routes.tsx';

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

const firstSteps = createRoute({
  ...inFrame,
  path: '/first-steps',
  component: lazyRouteComponent(() => import('../start/first-steps-page.tsx'), 'FirstStepsPage'),
});
const imports = createRoute({
  ...inFrame,
  path: '/import',
  component: lazyRouteComponent(() => import('../import/import-page.tsx'), 'ImportPage'),
});
const oneImport = createRoute({
  ...inFrame,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('../import/one-import-page.tsx'), 'OneImportPage'),
});
const reports = createRoute({
  ...inFrame,
  path: '/reports',
  component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportsPage'),
});
const tell = createRoute({
  ...inFrame,
  path: '/events/$id/tell',
  component: lazyRouteComponent(() => import('../activities/tell-page.tsx'), 'TellPage'),
});
const forms = createRoute({
  ...inFrame,
  path: '/reports/forms',
  component: lazyRouteComponent(() => import('../reports/forms-page.tsx'), 'FormsPage'),
});
const contract = createRoute({
  ...inFrame,
  path: '/reports/contract',
  component: lazyRouteComponent(() => import('../reports/contract-page.tsx'), 'ContractPage'),
});
const table = createRoute({
  ...inFrame,
  path: '/reports/tables/$id',
  component: lazyRouteComponent(() => import('../reports/table-page.tsx'), 'TablePage'),
});
const lenses = createRoute({
  ...inFrame,
  path: '/lenses',
  component: lazyRouteComponent(() => import('../lenses/lenses-page.tsx'), 'LensesPage'),
});
const lens = createRoute({
  ...inFrame,
  path: '/lenses/$lens',
  validateSearch: readChoice,
  component: lazyRouteComponent(() => import('../lenses/lens-page.tsx'), 'LensPage'),
});
const shock = createRoute({
  ...inFrame,
  path: '/shocks/new',
  component: lazyRouteComponent(() => import('../lenses/shock-page.tsx'), 'ShockPage'),
});
const sheet = createRoute({
  ...inFrame,
  path: '/sheets/new',
  component: lazyRouteComponent(() => import('../lenses/count-page.tsx'), 'CountPage'),
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
    ...workRoutes,
    firstSteps,
    imports,
    oneImport,
    reports,
    forms,
    contract,
    table,
    tell,
    lenses,
    lens,
    shock,
    sheet,
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

  interface HistoryState {
    /** Whose file an act was opened from: the way back. A name stands in no address. */
    openedFrom?: { id: string; name: string };
  }
}
