import { itemDefinition, type ItemDefinition } from '@onewindow/contracts';
import { type Condition, parseItemCode, routeProblems } from '@onewindow/domain';
import { fitsQuestion } from './answers.js';
import type { DefinitionFault } from './catalogue-problems.js';
import { FormChecker } from './form-checker.js';
import { isSealedField } from './sealed-values.js';

const APPLICANT_SOURCES = ['name', 'identityNumber', 'phone', 'address', 'legalRepresentative.name', 'legalRepresentative.identityNumber'];

export interface DefinitionInput {
  code: string;
  definition: unknown;
  /** Codes of the departments there are; null leaves the steps' departments unchecked. */
  departmentCodes: ReadonlySet<string> | null;
}

/**
 * Checks an item version before it is published: by the contract, by the rules of routes (R5.1), and that whatever one part names exists in
 * another. Prices of a wrong one are high: cases are pinned to it.
 * @returns the parsed definition, or everything that is wrong with it
 */
export function checkDefinition(
  input: DefinitionInput,
): { definition: ItemDefinition; faults: [] } | { definition: null; faults: DefinitionFault[] } {
  const faults: DefinitionFault[] = [];
  const code = parseItemCode(input.code);
  if (!code.ok) faults.push({ path: 'code', message: code.reason });
  const parsed = itemDefinition.safeParse(input.definition);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
    return { definition: null, faults };
  }
  const { data } = parsed;
  faults.push(
    ...limitFaults(data),
    ...questionFaults(data),
    ...materialFaults(data),
    ...formFaults(data),
    ...routeFaults(data, input.departmentCodes),
  );
  return faults.length === 0 ? { definition: data, faults: [] } : { definition: null, faults };
}

function limitFaults({ kind, statutoryLimit, promisedLimit }: ItemDefinition): DefinitionFault[] {
  if (kind === 'promised' && promisedLimit === null) return [{ path: 'promisedLimit', message: '承诺件要有承诺时限' }];
  const isLonger = statutoryLimit !== null && promisedLimit !== null && promisedLimit > statutoryLimit;
  return isLonger ? [{ path: 'promisedLimit', message: '承诺时限不能长于法定时限' }] : [];
}

function questionFaults({ questions }: ItemDefinition): DefinitionFault[] {
  const faults = repeated(questions.map((question) => question.key)).map((at) => ({
    path: `questions.${at}.key`,
    message: '问题的键重复',
  }));
  questions.forEach((question, at) => {
    if (question.kind === 'choice' && question.options.length < 2)
      faults.push({ path: `questions.${at}.options`, message: '选择题至少两个选项' });
    if (question.default !== undefined && !fitsQuestion(question, question.default)) {
      faults.push({ path: `questions.${at}.default`, message: '预设的答案不在选项里' });
    }
  });
  return faults;
}

function materialFaults(definition: ItemDefinition): DefinitionFault[] {
  const { materials } = definition;
  const faults = repeated(materials.map((material) => material.code)).map((at) => ({
    path: `materials.${at}.code`,
    message: '材料的代码重复',
  }));
  materials.forEach((material, at) => {
    if (material.necessity === 'conditional' && !material.when)
      faults.push({ path: `materials.${at}.when`, message: '有条件的材料要写明条件' });
    faults.push(...conditionFaults(material.when, definition, `materials.${at}.when`));
  });
  return faults;
}

function formFaults({ form, questions, result, subjectField }: ItemDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  for (const [key, field] of Object.entries(form.properties)) {
    const source = field['x-source'];
    if (source !== undefined && !isKnownSource(source, questions))
      faults.push({ path: `form.properties.${key}.x-source`, message: `没有来源“${source}”` });
  }
  try {
    new FormChecker(form).compile();
  } catch {
    faults.push({ path: 'form', message: '表单不能编译，多半是正则表达式写错' });
  }
  const subject = subjectField === null ? null : form.properties[subjectField];
  if (subject === undefined || (subject !== null && (subject.type !== 'string' || isSealedField(subject)))) {
    faults.push({ path: 'subjectField', message: '标题字段须是表单里的文字字段，不能是号码' });
  }
  result.fields.forEach((key, at) => {
    if (!(key in form.properties)) faults.push({ path: `result.fields.${at}`, message: `表单没有字段“${key}”` });
  });
  return faults;
}

function routeFaults(definition: ItemDefinition, departmentCodes: ReadonlySet<string> | null): DefinitionFault[] {
  const { kind, route } = definition;
  if (kind === 'instant') return route.steps.length === 0 ? [] : [{ path: 'route.steps', message: '即办件由窗口决定，没有环节' }];
  if (kind === 'bundle' && route.steps.length === 0) return [];
  const at = (stepKey: string | undefined): string =>
    stepKey === undefined ? 'route.steps' : `route.steps.${route.steps.findIndex((step) => step.key === stepKey)}`;
  const faults = routeProblems(route).map((problem) => ({ path: at(problem.stepKey), message: problem.message }));
  route.steps.forEach((step, index) => {
    faults.push(...conditionFaults(step.when, definition, `route.steps.${index}.when`));
    if (departmentCodes && step.departmentCode !== 'lead' && !departmentCodes.has(step.departmentCode)) {
      faults.push({ path: `route.steps.${index}.departmentCode`, message: `没有部门“${step.departmentCode}”` });
    }
  });
  return faults;
}

/** A condition may ask only what the version asks, and sealed numbers can't be compared. */
function conditionFaults(condition: Condition | undefined, { questions, form }: ItemDefinition, path: string): DefinitionFault[] {
  if (condition === undefined) return [];
  const inner = (parts: readonly Condition[]): DefinitionFault[] =>
    parts.flatMap((part) => conditionFaults(part, { questions, form } as ItemDefinition, path));
  if ('all' in condition) return inner(condition.all);
  if ('any' in condition) return inner(condition.any);
  if ('not' in condition) return inner([condition.not]);
  if ('question' in condition) {
    return questions.some((question) => question.key === condition.question) ? [] : [{ path, message: `没有问题“${condition.question}”` }];
  }
  const field = form.properties[condition.field.split('.')[0] ?? ''];
  if (!field) return [{ path, message: `表单没有字段“${condition.field}”` }];
  return isSealedField(field) ? [{ path, message: '条件不能比较证件号和电话' }] : [];
}

function isKnownSource(source: string, questions: ItemDefinition['questions']): boolean {
  const [room, ...rest] = source.split('.');
  const name = rest.join('.');
  return room === 'applicant'
    ? APPLICANT_SOURCES.includes(name)
    : room === 'situation' && questions.some((question) => question.key === name);
}

function repeated(keys: readonly string[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) === index ? [] : [index]));
}
