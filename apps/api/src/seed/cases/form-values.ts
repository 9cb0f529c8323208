import type { ItemDefinition } from '@onewindow/contracts';
import { addCalendarDays, type IsoDate, sourcesOf as fieldSources } from '@onewindow/domain';
import type { CasePlan, PlannedItem } from './case-plan.js';

type Plain = string | number | boolean;
export type FormSeed = Readonly<Record<string, Plain>>;

interface Given {
  readonly plan: CasePlan;
  readonly today: IsoDate;
  /** A number below another, different for each case. */
  readonly pick: (below: number) => number;
}

const RETAIL = /便利店|超市|水果|粮油/;
const CANTEEN = /食堂/;
const BANKS = ['中国工商银行临江支行', '中国农业银行望湖支行', '广州农商银行北园支行', '中国银行江滨支行'];

function tradeOf(name: string): string {
  if (CANTEEN.test(name)) return 'canteen';
  return RETAIL.test(name) ? 'retail' : 'dining';
}

function placeOf(name: string): string {
  if (/沐浴|浴室|足浴/.test(name)) return 'bath';
  if (/游泳|泳/.test(name)) return 'pool';
  if (/美容|美发|造型|美甲/.test(name)) return 'beauty';
  return /百货|购物/.test(name) ? 'mall' : 'lodging';
}

/** The situation's answers. */
export function answersFor({ plan, pick }: Given): Record<string, Plain> {
  const { name } = plan.applicant.input;
  const answers = {
    food: () => ({ trade: needsVisit(plan) ? siteTrade(name) : tradeOf(name), online: pick(3) === 0, byAgent: pick(4) === 0 }),
    place: () => ({ place: placeOf(name), applyType: 'new', centralAir: pick(2) === 0, commitment: pick(5) === 0, byAgent: false }),
    lift: () => ({ structure: pick(4) !== 0, byAgent: false }),
    award: () => ({ firstTime: pick(3) !== 0 }),
    medical: () => ({}),
    street: () => ({ approved: pick(3) === 0 }),
    pension: () => ({ byAgent: pick(3) === 0 }),
    elder: () => ({ proxy: pick(2) === 0, posted: pick(3) === 0 }),
  } satisfies Record<PlannedItem, () => Record<string, Plain>>;
  return answers[plan.item]();
}

/** A shop that sells packed food alone is not visited (route of the item). */
function needsVisit({ ending }: CasePlan): boolean {
  return ending.at === 'review' && 'site' in ending.open;
}

function siteTrade(name: string): string {
  return CANTEEN.test(name) ? 'canteen' : 'dining';
}

/** The form, as the counter would have filled it. */
export function formFor(given: Given, answers: Readonly<Record<string, Plain>>): FormSeed {
  const { plan, today, pick } = given;
  const { input } = plan.applicant;
  const phone = input.phone ?? '';
  const address = input.address ?? '';
  const representative = input.legalRepresentative?.name ?? input.name;
  const bank = { bank: BANKS[pick(BANKS.length)] ?? '中国银行江滨支行', account: `62220236${String(1_000_000_000 + pick(900_000_000))}` };
  const forms = {
    food: () => ({
      operator: input.name,
      representative,
      phone,
      address,
      trade: answers.trade ?? 'dining',
      project: answers.trade === 'retail' ? 'prepacked' : 'hotFood',
      area: 40 + pick(300),
      seats: pick(120),
      safetyOfficer: representative,
      staffCount: 3 + pick(30),
      ...(answers.online === true ? { platform: '临江生活' } : {}),
    }),
    place: () => ({
      placeName: input.name,
      manager: representative,
      address,
      place: answers.place ?? 'lodging',
      phone,
      centralAir: answers.centralAir ?? false,
      area: 60 + pick(900) + 0.5,
      creditCode: input.identityNumber,
      staffCount: 4 + pick(40),
      ...(answers.centralAir === true ? { airArea: 60 } : {}),
    }),
    lift: () => {
      const floors = 6 + pick(3);
      const households = floors * 2;
      return {
        building: plan.subject ?? '',
        households,
        agreed: households - pick(3),
        floors,
        builtYear: 1982 + pick(18),
        representative: input.name,
        phone,
        designer: '临江建筑设计院有限公司',
      };
    },
    award: () => {
      const serial = String(10_000 + pick(89_999)).padStart(5, '0');
      const certifiedOn = addCalendarDays(today, -200 - pick(90));
      return {
        company: input.name,
        // Numbered by the year of its issue.
        certificateNo: `GR${certifiedOn.slice(0, 4)}440${serial}`,
        certifiedOn,
        firstTime: answers.firstTime ?? true,
        amount: answers.firstTime === false ? 10 : 20,
        ...bank,
        phone,
      };
    },
    medical: () => ({
      name: input.name,
      number: input.identityNumber,
      household: address.slice(0, 7),
      person: ['adult', 'child', 'elder'][pick(3)] ?? 'adult',
      phone,
      startMonth: addCalendarDays(today, 31).slice(0, 7),
    }),
    street: () => ({
      place: plan.subject ?? '',
      from: addCalendarDays(today, 3),
      until: addCalendarDays(today, 4 + pick(3)),
      hours: '9:00–18:00',
      area: 12 + pick(60),
      inCharge: representative,
      phone,
    }),
    pension: () => ({ name: input.name, base: 5_000 + pick(60) * 100, way: ['month', 'quarter', 'year'][pick(3)] ?? 'month', phone }),
    elder: () => {
      const age = Number(today.slice(0, 4)) - Number(input.identityNumber.slice(6, 10));
      return { name: input.name, age, grade: age >= 100 ? 'g100' : age >= 90 ? 'g90' : age >= 80 ? 'g80' : 'g70', phone, address, ...bank };
    },
  } satisfies Record<PlannedItem, () => FormSeed>;
  return forms[plan.item]();
}

/** Where each value came from, as the badge says. */
export function sourcesOf(form: ItemDefinition['form'], values: FormSeed): Record<string, string> {
  const sourceOf = (key: string): string => fieldSources(form.properties[key] ?? {})[0]?.split('.')[0] ?? 'typed';
  return Object.fromEntries(Object.keys(values).map((key) => [key, sourceOf(key)]));
}
