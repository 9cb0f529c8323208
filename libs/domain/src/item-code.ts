import { type Checked, failed } from './checked.js';
import { parseCreditCode } from './credit-code.js';

/** 行使层级, the 19th character of an item code. */
export const EXERCISE_LEVELS = { '1': '国家级', '2': '省级', '3': '市级', '4': '县级', '5': '镇街级', '6': '村居级' } as const;

export type ExerciseLevel = keyof typeof EXERCISE_LEVELS;

/** The parts of an 实施编码. */
export interface ItemCode {
  code: string;
  /** Credit code of the implementing agency. */
  creditCode: string;
  level: ExerciseLevel;
  /** 基本编码, 12 characters. */
  basicCode: string;
  /** The two further characters of a 业务办理项, or null. */
  businessItem: string | null;
}

/** R8.3: a code as it is kept and compared: without blanks, upper case. Printed lists group it. */
export function plainItemCode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * R8.3: reads an 实施编码 (31 characters) or the code of a 业务办理项 (33).
 * Problems: `length`, `credit-code`, `level`, `basic-code`, `business-item`.
 */
export function parseItemCode(text: string): Checked<ItemCode> {
  const code = plainItemCode(text);
  if (code.length !== 31 && code.length !== 33)
    return failed('length', `实施编码 31 位，业务办理项 33 位，现在 ${code.length} 位。对照清单补全`);
  const creditCode = code.slice(0, 18);
  const agency = parseCreditCode(creditCode);
  if (!agency.ok) return failed('credit-code', `实施编码前 18 位不是信用代码：${agency.reason}`);
  const level = code.charAt(18);
  if (!isExerciseLevel(level)) return failed('level', `第 19 位行使层级“${level}”不在 1–6。对照清单改正`);
  const basicCode = code.slice(19, 31);
  if (!/^[0-9A-Z]{12}$/.test(basicCode)) return failed('basic-code', '第 20–31 位基本编码只有数字和大写字母。对照清单改正');
  const businessItem = code.length === 33 ? code.slice(31) : null;
  if (businessItem !== null && !/^[0-9A-Z]{2}$/.test(businessItem))
    return failed('business-item', '末两位业务办理项只有数字和大写字母。对照清单改正');
  return { ok: true, value: { code, creditCode, level, basicCode, businessItem } };
}

function isExerciseLevel(level: string): level is ExerciseLevel {
  return Object.hasOwn(EXERCISE_LEVELS, level);
}

/** An item code for seeds and tests; `businessItem` of two characters makes a 业务办理项. */
export function makeItemCode(creditCode: string, level: ExerciseLevel, basicCode: string, businessItem = ''): string {
  return `${creditCode}${level}${basicCode}${businessItem}`;
}
