import type { ItemDefinition } from '@onewindow/contracts';
import { type Condition, type DepartmentStaff, LEAD_DEPARTMENT, routeProblems, routeWarnings, staffingProblem } from '@onewindow/domain';
import { departmentStaff } from '../organisation/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { DefinitionFault } from './catalogue-problems.js';
import { conditionFaults } from './condition-faults.js';

/** A department as far as routes are concerned. */
export interface RouteDepartment {
  code: string;
  shortName: string;
  districtCode: string;
  staff: DepartmentStaff & { anybody: boolean };
}

/** The departments there are, by code. */
export type RouteDepartments = ReadonlyMap<string, RouteDepartment>;

const DEPARTMENTS = sql<{ id: string; code: string; shortName: string; districtCode: string }>(
  `SELECT d.id, d.code, d.short_name AS "shortName", r.district_code AS "districtCode" FROM department d JOIN region r ON r.code = d.region_code`,
);

/** Reads what a route is checked against. */
export async function routeDepartments(
  reader: Pick<CommandTx, 'query'>,
): Promise<{ ids: ReadonlyMap<string, string>; departments: RouteDepartments }> {
  const found = await reader.query(DEPARTMENTS);
  const staff = await departmentStaff(
    reader,
    found.map(({ id }) => id),
  );
  const departments = new Map(
    found.map(({ id, ...department }) => {
      const counts = staff.get(id) ?? { approvers: 0, plainApprovers: 0, chiefs: 0 };
      return [department.code, { ...department, staff: { ...counts, anybody: counts.approvers + counts.chiefs > 0 } }];
    }),
  );
  return { ids: new Map(found.map(({ id, code }) => [code, id])), departments };
}

/**
 * R5.1: what is wrong with the route of a definition: its shape, its conditions, and whether the departments of its steps exist in the region and
 * have the people for them. A department in which nobody works at all is being set up: that is told by `routeHints`, not refused.
 * @param departments null leaves the steps' departments unchecked
 */
export function routeFaults(definition: ItemDefinition, leadCode: string, departments: RouteDepartments | null): DefinitionFault[] {
  const { kind, route } = definition;
  if (kind === 'instant') return route.steps.length === 0 ? [] : [{ path: 'route.steps', message: '即办件由窗口决定，没有环节' }];
  if (kind === 'bundle' && route.steps.length === 0) return [];
  const at = (stepKey: string | undefined): string =>
    stepKey === undefined ? 'route.steps' : `route.steps.${route.steps.findIndex((step) => step.key === stepKey)}`;
  const faults = routeProblems(route).map((problem) => ({ path: at(problem.stepKey), message: problem.message }));
  const lead = departments?.get(leadCode);
  route.steps.forEach((step, index) => {
    faults.push(...conditionFaults(step.when, definition, `route.steps.${index}.when`));
    faults.push(...optionFaults(step.when, definition, `route.steps.${index}.when`));
    if (!departments) return;
    const department = step.departmentCode === LEAD_DEPARTMENT ? lead : departments.get(step.departmentCode);
    const path = `route.steps.${index}.departmentCode`;
    if (!department) {
      if (step.departmentCode !== LEAD_DEPARTMENT) faults.push({ path, message: `没有部门“${step.departmentCode}”` });
      return;
    }
    if (lead && lead.districtCode !== department.districtCode) {
      faults.push({ path, message: `${department.shortName}不在${lead.shortName}所在的区划，不能办${step.name}` });
    }
    const lacking = department.staff.anybody ? staffingProblem(step, department.staff) : null;
    if (lacking !== null) faults.push({ path, message: `${department.shortName}${lacking}，办不了${step.name}` });
  });
  return faults;
}

/** What whoever publishes should know of a route that may be published all the same, in Chinese. */
export function routeHints({ route, promisedLimit }: ItemDefinition, leadCode: string, departments: RouteDepartments): string[] {
  const codes = new Set(route.steps.map(({ departmentCode }) => (departmentCode === LEAD_DEPARTMENT ? leadCode : departmentCode)));
  const empty = [...codes].flatMap((code) => departments.get(code) ?? []).filter(({ staff }) => !staff.anybody);
  return [...routeWarnings(route, promisedLimit), ...empty.map(({ shortName }) => `${shortName}还没有审批人员，件会没人签收`)];
}

/** A condition on an option that is not there would pass the step over for ever. */
function optionFaults(condition: Condition | undefined, definition: ItemDefinition, path: string): DefinitionFault[] {
  if (condition === undefined) return [];
  const inner = (parts: readonly Condition[]) => parts.flatMap((part) => optionFaults(part, definition, path));
  if ('all' in condition) return inner(condition.all);
  if ('any' in condition) return inner(condition.any);
  if ('not' in condition) return inner([condition.not]);
  if (!('question' in condition)) return [];
  const question = definition.questions.find(({ key }) => key === condition.question);
  if (question?.kind !== 'choice') return [];
  const asked = 'equals' in condition ? [condition.equals] : 'in' in condition ? condition.in : [];
  const unknown = asked.filter((value) => !question.options.some((option) => option.value === value));
  return unknown.map((value) => ({ path, message: `“${question.title}”没有选项“${String(value)}”，这一环节永远不会开始` }));
}
