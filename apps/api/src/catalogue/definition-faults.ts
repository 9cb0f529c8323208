import { itemDefinition, type ItemDefinition } from '@onewindow/contracts';
import { parseItemCode } from '@onewindow/domain';
import { fitsQuestion } from './answers.js';
import { bundleFaults } from './bundle-faults.js';
import type { DefinitionFault } from './catalogue-problems.js';
import { conditionFaults, repeated } from './condition-faults.js';
import { formFaults } from './form-faults.js';
import { jurisdictionFaults } from './jurisdiction-faults.js';
import { type RouteDepartments, routeFaults } from './route-faults.js';

export interface DefinitionInput {
  code: string;
  definition: unknown;
  /** Of the department that answers for the item. */
  departmentCode: string;
  /** The departments there are; null leaves the steps' departments unchecked. */
  departments: RouteDepartments | null;
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
    ...jurisdictionFaults(data),
    ...routeFaults(data, input.departmentCode, input.departments),
    ...bundleFaults(data),
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
    if (question.from === 'agent' && question.kind !== 'yesNo')
      faults.push({ path: `questions.${at}.from`, message: '按有无代理人自动回答的，只能是是否题' });
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
  // The guide tells applicants that papers can be promised: then some of them must be such.
  const isPromised = materials.some(({ commitment, necessity }) => commitment !== undefined && necessity !== 'optional');
  if (definition.allowsCommitment && !isPromised)
    faults.push({ path: 'allowsCommitment', message: '可告知承诺的事项，至少一份不是选交的材料要写明承诺内容' });
  return faults;
}
