// Checks the direction of imports in the whole workspace, then proves the check itself on the canary: a small tree of wrong imports
// (boundary-canary/), in which every rule must be broken exactly where CANARIES says.
import { fileURLToPath } from 'node:url';

import { cruise } from 'dependency-cruiser';

import everywhere, { featureLayers } from '../../../.dependency-cruiser.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const CANARY = fileURLToPath(new URL('./boundary-canary', import.meta.url));

/** rule → [importing file or folder, what it must not import] */
const CANARIES = {
  'domain-is-pure': ['libs/domain/src/index.ts', 'node_modules/pg/'],
  'contracts-know-the-domain-alone': ['libs/contracts/src/index.ts', 'crypto'],
  'api-client-knows-the-contract': ['libs/api-client/src/index.ts', 'libs/ui/src/index.ts'],
  'applications-are-not-imported': ['apps/front-office/src/features/counter/index.ts', 'apps/api/src/cases/index.ts'],
  'api-knows-no-screen': ['apps/api/src/review/review-page.ts', 'libs/ui/src/index.ts'],
  'projects-meet-at-their-index': ['apps/back-office/src/features/inbox/inbox-page.ts', 'libs/domain/src/inside.ts'],
  'platform-knows-no-feature': ['apps/api/src/platform/outbox.ts', 'apps/api/src/cases/index.ts'],
  'features-meet-at-their-index': ['apps/api/src/clocks/jobs/expire-case.ts', 'apps/api/src/cases/case-number.ts'],
  'composition-takes-listed-parts': ['apps/api/src/features.ts', 'apps/api/src/cases/case-number.ts'],
  'screens-meet-at-their-index': ['apps/front-office/src/features/issue/issue-page.ts', 'apps/front-office/src/features/counter/draft.ts'],
  'production-imports-no-test': ['apps/api/src/review/uses-test.ts', 'apps/api/src/review/review.spec.ts'],
  'no-cycles': ['apps/api/src/review/ring-one.ts', 'apps/api/src/review/ring-two.ts'],
  'no-cycles-between-features': ['apps/api/src/cases', 'apps/api/src/clocks'],
  'no-unresolvable': ['apps/api/src/review/lost.ts', './nowhere.js'],
};

const RULES = [...everywhere.forbidden, ...featureLayers.forbidden];

async function look(baseDir, folders, { forbidden, options }) {
  const { output } = await cruise(folders, { ...everywhere.options, ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return output.summary;
}

async function lookAt(baseDir, folders) {
  const whole = await look(baseDir, folders, everywhere);
  const layers = await look(baseDir, ['apps'], featureLayers);
  return { ...whole, violations: [...whole.violations, ...layers.violations] };
}

const describe = ({ rule, from, to, cycle }) =>
  `${rule.name}: ${from} → ${cycle?.length ? cycle.map((step) => step.name).join(' → ') : to}`;

const reasonOf = (name) => RULES.find((rule) => rule.name === name).comment;

const canary = await lookAt(CANARY, ['apps', 'libs']);
const missed = RULES.filter(({ name }) => {
  const [from, to] = CANARIES[name] ?? [];
  return !canary.violations.some((found) => found.rule.name === name && found.from === from && found.to.includes(to));
});
const workspace = await lookAt(ROOT, ['apps', 'libs', 'e2e']);

for (const { name } of missed) console.error(`canary not caught: ${name}`);
for (const violation of workspace.violations) console.error(`${describe(violation)}\n    ${reasonOf(violation.rule.name)}`);
console.log(
  `${workspace.totalCruised} files, ${workspace.totalDependenciesCruised} imports: ${workspace.violations.length} wrong; ` +
    `canary: ${RULES.length - missed.length} of ${RULES.length} rules bite`,
);
const sound = missed.length === 0 && workspace.violations.length === 0 && workspace.totalDependenciesCruised > 0;
process.exitCode = sound ? 0 : 1;
