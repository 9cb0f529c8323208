import type { ApplicationField, ItemDefinition } from '@onewindow/contracts';
import { type FieldFormat, isPersonalFormat, MOST_ROWS, readDateBound, ringOfConditions, sourcesOf } from '@onewindow/domain';
import type { DefinitionFault } from './catalogue-problems.js';
import { conditionFaults, repeated } from './condition-faults.js';
import { uncompilableFields } from './form-compilation.js';

const APPLICANT_SOURCES = ['name', 'identityNumber', 'phone', 'address', 'legalRepresentative.name', 'legalRepresentative.identityNumber'];
const REGISTRY_SOURCE = /^registry\.(name|address|representative|registeredOn|fields\.[A-Za-z0-9]{1,40})$/;
const LICENCE_SOURCE = /^licence\.[a-z0-9-]{1,40}\.[A-Za-z0-9]{1,40}$/;

type Column = Omit<ApplicationField, 'items'>;

/** Which type a format belongs to. */
const FORMAT_TYPES: Record<FieldFormat, readonly ApplicationField['type'][]> = {
  date: ['string'],
  textarea: ['string'],
  address: ['string', 'object'],
  phone: ['string'],
  identity: ['string'],
  creditCode: ['string'],
  bankAccount: ['string'],
  money: ['integer'],
  attachment: ['string'],
};

/** What is wrong with the form of a definition, each fault with the field that has it. */
export function formFaults(definition: ItemDefinition): DefinitionFault[] {
  const { form, subjectField, result } = definition;
  const faults = Object.entries(form.properties).flatMap(([key, field]) =>
    fieldFaults(key, field, definition).map(({ path, message }) => ({
      path: `form.properties.${key}${path}`,
      message: `${field.title}：${message}`,
    })),
  );
  for (const { key, column } of uncompilableFields(form)) {
    const title = form.properties[key]?.title ?? key;
    const at = column === null ? '' : `.items.properties.${column}`;
    faults.push({ path: `form.properties.${key}${at}`, message: `${title}：不能编译，多半是正则表达式写错` });
  }
  const subject = subjectField === null ? null : form.properties[subjectField];
  if (subject === undefined || (subject !== null && (subject.type !== 'string' || isPersonalFormat(subject)))) {
    faults.push({ path: 'subjectField', message: '标题字段须是表单里的文字字段，不能是号码' });
  }
  result.fields.forEach((key, at) => {
    const field = form.properties[key];
    if (!field) faults.push({ path: `result.fields.${at}`, message: `表单没有字段“${key}”` });
    else if (field.type === 'array' || field.format === 'attachment')
      faults.push({ path: `result.fields.${at}`, message: `结果上印不了${field.title}：是表格或附件` });
  });
  return [...faults, ...groupFaults(definition)];
}

function groupFaults(definition: ItemDefinition): DefinitionFault[] {
  const groups = definition.form['x-groups'] ?? [];
  const faults = repeated(groups.map(({ key }) => key)).map((at) => ({ path: `form.x-groups.${at}.key`, message: '分组的键重复' }));
  groups.forEach((group, at) => faults.push(...conditionFaults(group['x-when'], definition, `form.x-groups.${at}.x-when`)));
  const ring = ringOfConditions(definition.form);
  if (ring !== null) {
    const title = definition.form.properties[ring]?.title ?? ring;
    faults.push({ path: `form.properties.${ring}.x-when`, message: `${title}：显示条件绕成了圈，谁也定不下来` });
  }
  return faults;
}

function fieldFaults(key: string, field: ApplicationField, definition: ItemDefinition): DefinitionFault[] {
  const { form, materials } = definition;
  const faults = [...columnFaults(field, definition), ...tableFaults(field, definition)];
  if (field.type === 'object' && field.format !== 'address') faults.push({ path: '.format', message: '对象只能是地址' });
  if (field['x-group'] !== undefined && !form['x-groups']?.some((group) => group.key === field['x-group'])) {
    faults.push({ path: '.x-group', message: `没有分组“${field['x-group']}”` });
  }
  faults.push(...conditionFaults(field['x-when'], definition, '.x-when'));
  for (const source of sourcesOf(field)) {
    if (!isKnownSource(source, definition.questions)) faults.push({ path: '.x-source', message: `没有来源“${source}”` });
  }
  if (field.format === 'attachment') {
    if (!materials.some(({ code }) => code === field['x-material'])) faults.push({ path: '.x-material', message: '附件要写明是哪份材料' });
    if (form.required.includes(key)) faults.push({ path: '', message: '附件由材料的必要性决定，不列为必填' });
  }
  return faults;
}

function columnFaults(column: Column, { form }: ItemDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const { type, format, oneOf } = column;
  if (format !== undefined && !FORMAT_TYPES[format].includes(type))
    faults.push({ path: '.format', message: `类型 ${type} 没有格式 ${format}` });
  if (oneOf) {
    const wanted = type === 'string' ? 'string' : 'number';
    if (type === 'boolean' || type === 'array' || type === 'object' || oneOf.some((option) => typeof option.const !== wanted)) {
      faults.push({ path: '.oneOf', message: '选项的值与类型不符' });
    }
    if (new Set(oneOf.map((option) => option.const)).size < oneOf.length) faults.push({ path: '.oneOf', message: '选项的值重复' });
  }
  const upsideDown = (low: number | undefined, high: number | undefined) => low !== undefined && high !== undefined && low > high;
  if (upsideDown(column.minimum, column.maximum)) faults.push({ path: '.minimum', message: '最小大于最大' });
  if (upsideDown(column.minLength, column.maxLength)) faults.push({ path: '.minLength', message: '最短长于最长' });
  for (const bound of ['x-min', 'x-max'] as const) faults.push(...boundFaults(column, bound, form));
  return faults;
}

/** Any day will do to read a bound by. */
const SOME_DAY = '2026-01-01';

function boundFaults(column: Column, name: 'x-min' | 'x-max', form: ItemDefinition['form']): DefinitionFault[] {
  const text = column[name];
  if (text === undefined) return [];
  const bound = readDateBound(text, SOME_DAY);
  if (column.format !== 'date' || bound === null) return [{ path: `.${name}`, message: '只有日期有起止，写日期、today+30d 或 field:键' }];
  if ('field' in bound && form.properties[bound.field]?.format !== 'date')
    return [{ path: `.${name}`, message: `没有日期字段“${bound.field}”` }];
  return [];
}

function tableFaults(field: ApplicationField, definition: ItemDefinition): DefinitionFault[] {
  const { items, minItems = 0, maxItems = MOST_ROWS } = field;
  if (field.type !== 'array') {
    const isTable = items !== undefined || field.minItems !== undefined || field.maxItems !== undefined || field['x-sums'] !== undefined;
    return isTable ? [{ path: '.type', message: '只有表格（array）有列、行数和合计' }] : [];
  }
  const columns = Object.entries(items?.properties ?? {});
  const faults: DefinitionFault[] = [];
  if (columns.length === 0) faults.push({ path: '.items', message: '表格至少一列' });
  if (minItems > maxItems) faults.push({ path: '.minItems', message: '最少的行数多于最多' });
  for (const [key, column] of columns) {
    const path = `.items.properties.${key}`;
    if (column.format === 'attachment' || column.format === 'address')
      faults.push({ path: `${path}.format`, message: '表格里没有附件和地址' });
    faults.push(
      ...columnFaults(column, definition).map((fault) => ({ path: `${path}${fault.path}`, message: `${column.title}：${fault.message}` })),
    );
  }
  for (const key of items?.required ?? []) {
    if (!items?.properties[key]) faults.push({ path: '.items.required', message: `必填项里有表格没有的列“${key}”` });
  }
  field['x-sums']?.forEach((rule, at) => {
    const isNumber = (type: string | undefined) => type === 'number' || type === 'integer';
    if (!isNumber(items?.properties[rule.column]?.type))
      faults.push({ path: `.x-sums.${at}.column`, message: `没有数字列“${rule.column}”` });
    if ((rule.equals === undefined) === (rule.equalsField === undefined)) {
      faults.push({ path: `.x-sums.${at}`, message: '合计写明等于一个数，或等于一个字段' });
    } else if (rule.equalsField !== undefined && !isNumber(definition.form.properties[rule.equalsField]?.type)) {
      faults.push({ path: `.x-sums.${at}.equalsField`, message: `没有数字字段“${rule.equalsField}”` });
    }
  });
  return faults;
}

function isKnownSource(source: string, questions: ItemDefinition['questions']): boolean {
  const [room, ...rest] = source.split('.');
  const name = rest.join('.');
  if (room === 'applicant') return APPLICANT_SOURCES.includes(name);
  if (room === 'situation') return questions.some((question) => question.key === name);
  return REGISTRY_SOURCE.test(source) || LICENCE_SOURCE.test(source);
}
