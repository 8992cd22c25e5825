import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { callNow } from '../api/useCall';
import { onSessionLost } from '../api/query-client';
import { loadSession } from '../api/useSession';
import { NotFound } from '../components/NotFound';
import { RouteFailure } from '../components/RouteFailure';
import { PageSkeleton } from '../components/PageSkeleton';
import { AppLayout } from '../layout/AppLayout';
import { HomePage } from '../pages/home/HomePage';
import { SetupPage } from '../pages/access/SetupPage';
import { SignInPage } from '../pages/access/SignInPage';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Only a path of this app may be returned to after sign-in. */
const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RouteFailure,
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { code?: string } => ({ code: text(search['code']) }),
  component: SetupPage,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { redirect?: string } => ({
    redirect: localPath(search['redirect']),
  }),
  component: SignInPage,
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signedIn',
  beforeLoad: async ({ location }) => {
    if ((await loadSession()) !== null) return;
    const { isNeeded } = await callNow('getSetup', {});
    if (isNeeded) throw redirect({ to: '/setup' });
    throw redirect({
      to: '/sign-in',
      search: location.href === '/' ? {} : { redirect: location.href },
    });
  },
  pendingComponent: PageSkeleton,
  component: AppLayout,
});

const homeRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/', component: HomePage });

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('../pages/home/StartPage'), 'StartPage'),
});

const pluginsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/plugins',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: text(search['tab']) }),
  component: lazyRouteComponent(() => import('../pages/plugin/PluginsPage'), 'PluginsPage'),
});

const pluginRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/plugins/$pluginId',
  component: lazyRouteComponent(() => import('../pages/plugin/page/PluginPage'), 'PluginPage'),
});

const dataRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data',
  component: lazyRouteComponent(() => import('../pages/data/DataPage'), 'DataPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data/import',
  validateSearch: (search: Record<string, unknown>): { target?: string } => ({
    target: text(search['target']),
  }),
  component: lazyRouteComponent(() => import('../pages/data/import/ImportWizardPage'), 'ImportWizardPage'),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data/imports/$importId',
  component: lazyRouteComponent(() => import('../pages/data/import/ImportPage'), 'ImportPage'),
});

const modelsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/models',
  component: lazyRouteComponent(() => import('../pages/models/ModelsPage'), 'ModelsPage'),
});

const newModelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/models/new',
  validateSearch: (
    search: Record<string, unknown>,
  ): { plugin?: string; template?: string; blank?: boolean } => ({
    plugin: text(search['plugin']),
    template: text(search['template']),
    blank: search['blank'] === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../pages/models/new/NewModelPage'), 'NewModelPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/models/$modelId',
  component: lazyRouteComponent(() => import('../pages/editor/EditorPage'), 'EditorPage'),
});

const modelRunsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/models/$modelId/runs',
  component: lazyRouteComponent(() => import('../pages/runs/ModelRunsPage'), 'ModelRunsPage'),
});

const modelResultsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/models/$modelId/results',
  validateSearch: (search: Record<string, unknown>): { tier?: string; tab?: string } => ({
    tier: text(search['tier']),
    tab: text(search['tab']),
  }),
  component: lazyRouteComponent(() => import('../pages/results/ModelResultsPage'), 'ModelResultsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('../pages/runs/RunPage'), 'RunPage'),
});

const subjectsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/subjects',
  validateSearch: (search: Record<string, unknown>): { type?: string; search?: string; page?: number } => ({
    type: text(search['type']),
    search: text(search['search']),
    page: typeof search['page'] === 'number' ? search['page'] : undefined,
  }),
  component: lazyRouteComponent(() => import('../pages/subjects/SubjectsPage'), 'SubjectsPage'),
});

const subjectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/subjects/$type/$key',
  component: lazyRouteComponent(() => import('../pages/subjects/SubjectPage'), 'SubjectPage'),
});

const tasksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../pages/tasks/TasksPage'), 'TasksPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: text(search['tab']) }),
  component: lazyRouteComponent(() => import('../pages/settings/SettingsPage'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    setupRoute,
    signInRoute,
    signedInRoute.addChildren([
      homeRoute,
      startRoute,
      pluginsRoute,
      pluginRoute,
      dataRoute,
      importsRoute,
      importRoute,
      modelsRoute,
      newModelRoute,
      modelRoute,
      modelRunsRoute,
      modelResultsRoute,
      runRoute,
      subjectsRoute,
      subjectRoute,
      tasksRoute,
      settingsRoute,
    ]),
  ]),
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onSessionLost(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/setup') return;
  void router.navigate({ to: '/sign-in', search: { redirect: href } });
});
