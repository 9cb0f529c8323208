/**
 * Which way the knowledge flows (README, the rooms):
 *   domain ← contracts ← { api, api-client };   api-client, contracts, domain ← ui ← the two offices.
 * Every rule below has a wrong import in apps/api/ops/boundary-canary that must be caught: see check-boundaries.mjs.
 */
const TESTS = '(\\.(int-)?spec\\.tsx?$)|(^apps/api/test/)|(^libs/ui/test/)|(^e2e/)';

const FEATURE = '^apps/(api/src|[^/]+-office/src/features)/[^/]+';

/** A second look, at the features alone: what puts them together (app.module.ts, a router) stands above them and is left out of the picture. */
export const featureLayers = {
  forbidden: [
    {
      name: 'no-cycles-between-features',
      comment: 'Features form layers: of two that need each other, one has to tell the other by an event or a port.',
      severity: 'error',
      scope: 'folder',
      from: { path: `${FEATURE}$` },
      to: { path: `${FEATURE}$`, circular: true },
    },
  ],
  options: { includeOnly: { path: `${FEATURE}/` } },
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Rules are computed from facts handed in: the domain knows the calendar package and itself.',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: TESTS },
      to: { pathNot: ['^libs/domain/src/', 'node_modules/chinese-days/'] },
    },
    {
      name: 'contracts-know-the-domain-alone',
      comment: 'The endpoint table is the contract of both sides, so it stands on neither.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: TESTS },
      to: { pathNot: ['^libs/(contracts|domain)/src/', 'node_modules/zod/'] },
    },
    {
      name: 'api-client-knows-the-contract',
      comment: 'The client speaks the contract; it knows neither screens nor the server.',
      severity: 'error',
      from: { path: '^libs/api-client/src/' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/(api-client|contracts|domain)/' },
    },
    {
      name: 'applications-are-not-imported',
      comment: 'Nothing imports the api, the two offices do not know each other, the browser tests look from outside.',
      severity: 'error',
      from: { path: '^(apps/[^/]+|libs/[^/]+|e2e)/' },
      to: { path: '^apps/', pathNot: '^$1/' },
    },
    {
      name: 'api-knows-no-screen',
      comment: 'The server stands on domain and contracts only.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: TESTS },
      to: { path: '^libs/(api-client|ui)/' },
    },
    {
      name: 'projects-meet-at-their-index',
      comment: 'Import another project by its package name: its index.ts says what it offers. How the offices are built is no part of it.',
      severity: 'error',
      from: { path: '^(apps/[^/]+|libs/[^/]+|e2e)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^$1/', '^libs/[^/]+/src/index\\.ts$', '\\.css$', '^libs/ui/vite/spa-config\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform carries the features and cannot stand on them.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: TESTS },
      to: { path: '^apps/api/src/', pathNot: '^apps/api/src/platform/' },
    },
    {
      name: 'features-meet-at-their-index',
      comment: 'A feature of the api imports another through its index.ts alone.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/' },
      to: { path: '^apps/api/src/[^/]+/', pathNot: ['^apps/api/src/$1/', '^apps/api/src/platform/', '^apps/api/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'composition-takes-listed-parts',
      comment: 'The files that put the api together list modules, entities and migrations; they use nothing else of a feature.',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+\\.ts$' },
      to: {
        path: '^apps/api/src/[^/]+/',
        pathNot: ['^apps/api/src/platform/', '/index\\.ts$', '\\.(module|entity)\\.ts$', '/migrations/'],
      },
    },
    {
      name: 'screens-meet-at-their-index',
      comment: 'A feature of an office imports another through its index.ts alone.',
      severity: 'error',
      from: { path: '^apps/([^/]+-office)/src/features/([^/]+)/' },
      to: {
        path: '^apps/[^/]+-office/src/features/',
        pathNot: ['^apps/$1/src/features/$2/', '^apps/[^/]+/src/features/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'production-imports-no-test',
      comment: 'Test code may lie about time and people; what is delivered must not know it.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/(dist|ops)/' },
    // Type-only imports are knowledge too.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['onewindow-source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
