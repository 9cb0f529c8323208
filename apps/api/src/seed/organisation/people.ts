import type { Role } from '@onewindow/domain';
import type { HallCode } from './units.js';

export interface PersonSeed {
  staffNo: string;
  name: string;
  roles: Role[];
  department: string | null;
  hall: HallCode | null;
  /** What the sign-in page says of the account; null where it is not listed. */
  duty: string | null;
}

const FIRST_NUMBER = 3101;

type Row = readonly [name: string, roles: readonly Role[], duty?: string];

const CLERK: readonly Role[] = ['clerk'];
const APPROVER: readonly Role[] = ['approver'];
const CHIEF: readonly Role[] = ['chief'];
/** In small departments the chief reviews and makes results too. */
const CHIEF_WHO_REVIEWS: readonly Role[] = ['chief', 'approver'];

const HALL_PEOPLE: Record<HallCode, readonly Row[]> = {
  'LJ-QZ': [
    ['韩丽', ['hall_manager']],
    ['林晓雯', CLERK, '窗口人员，区政务服务大厅'],
    ['潘月', CLERK, '窗口人员，区政务服务大厅出件'],
    ['曾志豪', CLERK],
    ['黎嘉欣', CLERK],
    ['冯雪', CLERK],
    ['邓伟明', CLERK],
    ['卢佩珊', CLERK],
    ['石磊', CLERK],
  ],
  'LJ-WH': [
    ['江秀芳', ['hall_manager', 'clerk'], '大厅管理员兼窗口，望湖街道'],
    ['温静怡', CLERK, '窗口人员，望湖街道便民服务中心'],
    ['麦志成', CLERK],
  ],
  'LJ-JB': [
    ['汤国华', ['hall_manager', 'clerk']],
    ['施雨桐', CLERK],
    ['孔令辉', CLERK],
  ],
  'LJ-BY': [
    ['阮玉兰', ['hall_manager', 'clerk']],
    ['伍思敏', CLERK],
    ['邹建国', CLERK],
  ],
};

const DEPARTMENT_PEOPLE: Record<string, readonly Row[]> = {
  market: [
    ['陈立新', CHIEF, '首席代表，市场监管局'],
    ['何建平', APPROVER, '审批人员，市场监管局'],
    ['吴敏仪', APPROVER],
    ['郑凯', APPROVER],
    ['高雅琴', APPROVER],
    ['苏文', APPROVER],
    ['陆远', APPROVER],
  ],
  health: [
    ['许文清', CHIEF, '首席代表，卫生健康局'],
    ['罗秀兰', APPROVER, '审批人员，卫生健康局'],
    ['杜若', APPROVER],
    ['梁慧', APPROVER],
    ['方志强', APPROVER],
  ],
  planning: [
    ['顾明远', CHIEF, '首席代表，规划和自然资源局'],
    ['周启明', APPROVER, '审批人员，规划和自然资源局'],
    ['谢文彬', APPROVER],
    ['沈嘉', APPROVER],
    ['田野', APPROVER],
  ],
  housing: [
    ['马振华', CHIEF_WHO_REVIEWS],
    ['余佳', APPROVER],
  ],
  fire: [
    ['雷鸣', CHIEF_WHO_REVIEWS],
    ['贺晓峰', APPROVER],
  ],
  science: [
    ['叶青', CHIEF_WHO_REVIEWS],
    ['程思远', APPROVER],
  ],
  insurance: [
    ['范玉梅', CHIEF_WHO_REVIEWS],
    ['龙海燕', APPROVER],
  ],
  urban: [
    ['严峻', CHIEF_WHO_REVIEWS],
    ['万晓东', APPROVER],
    ['毛峰', APPROVER],
  ],
  labour: [
    ['钟慧玲', CHIEF_WHO_REVIEWS],
    ['尹志刚', APPROVER],
  ],
  civil: [
    ['白云霞', CHIEF_WHO_REVIEWS],
    ['侯春梅', APPROVER],
    ['康宁', APPROVER],
  ],
  police: [['段建军', CHIEF_WHO_REVIEWS]],
  tax: [['汪晓红', CHIEF_WHO_REVIEWS]],
  fund: [['戴文博', CHIEF_WHO_REVIEWS]],
};

/** Those of the streets, after everybody else: the numbers that guides name stay what they were. */
const STREET_PEOPLE: Record<string, readonly Row[]> = {
  'civil-wh': [['谭静文', CHIEF_WHO_REVIEWS, '审批人员，望湖街道民政办']],
  'civil-jb': [['赖志明', CHIEF_WHO_REVIEWS]],
  'civil-by': [['简慧敏', CHIEF_WHO_REVIEWS]],
};

const OFFICE_PEOPLE: readonly Row[] = [
  ['何静', ['supervisor'], '督查员，区政务服务管理办公室'],
  ['秦岭', ['supervisor']],
  ['姚思琪', ['catalogue_editor']],
  ['任伟', ['system_admin'], '系统管理员'],
  ['夏薇', ['security_admin'], '安全管理员'],
  ['彭越', ['auditor'], '审计员'],
];

/** Numbers that the mockups and the guides name. */
const FIXED_NUMBERS: Readonly<Record<string, string>> = { 林晓雯: 'LJ-03127', 潘月: 'LJ-03135' };

/** Sixty people across every role, and three in the streets' offices. */
export function demonstrationPeople(): PersonSeed[] {
  const rows = [
    ...Object.entries(HALL_PEOPLE).flatMap(([hall, people]) => people.map((row) => ({ row, hall: hall as HallCode, department: null }))),
    ...Object.entries(DEPARTMENT_PEOPLE).flatMap(([department, people]) => people.map((row) => ({ row, hall: null, department }))),
    ...OFFICE_PEOPLE.map((row) => ({ row, hall: null, department: null })),
    ...Object.entries(STREET_PEOPLE).flatMap(([department, people]) => people.map((row) => ({ row, hall: null, department }))),
  ];
  const taken = new Set(Object.values(FIXED_NUMBERS));
  let next = FIRST_NUMBER;
  const numberFor = (name: string): string => {
    const fixed = FIXED_NUMBERS[name];
    if (fixed !== undefined) return fixed;
    let number = `LJ-0${next++}`;
    while (taken.has(number)) number = `LJ-0${next++}`;
    return number;
  };
  return rows.map(({ row: [name, roles, duty], hall, department }) => ({
    staffNo: numberFor(name),
    name,
    roles: [...roles],
    department,
    hall,
    duty: duty ?? null,
  }));
}
