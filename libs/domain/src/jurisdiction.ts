import { type AddressValue, isRecord } from './form-definition.js';

/** Levels at which an office may answer for a case, the widest first. */
export const OFFICE_LEVELS = ['district', 'street'] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

/** 通办: which office answers for an item that any hall of the region receives. */
export interface Jurisdiction {
  /** The level whose office decides; a step may name its own. */
  readonly level: OfficeLevel;
  /** Address fields of the form that say where the applicant belongs, the decisive one first. */
  readonly fields: readonly string[];
}

export interface RegionNode {
  readonly code: string;
  readonly name: string;
  readonly level: 'district' | 'street' | 'community';
  readonly parentCode: string | null;
}

/** An office: one department of a line of work (民政, 卫健) in one region. */
export interface Office {
  readonly code: string;
  /** The same in every region's office for this work; null where the department is the only one of its line. */
  readonly line: string | null;
  readonly regionCode: string;
}

/** Where the applicant belongs, as far as the rule can tell. */
export interface PlaceFound {
  readonly place: RegionNode | null;
  /** What told it. */
  readonly source: 'form' | 'applicant' | null;
  /** What keeps the place from being clear, in Chinese; null when it is. */
  readonly wrong: string | null;
  /** The same, with what the counter does about it. */
  readonly problem: string | null;
}

export interface PlaceInput {
  readonly rule: Jurisdiction;
  /** The finest level that the item's decision or one of its steps asks for. */
  readonly needs: OfficeLevel;
  readonly form: Readonly<Record<string, unknown>>;
  /** The applicant's own address in words; null when none is known. */
  readonly applicantAddress: string | null;
  readonly regions: readonly RegionNode[];
  /** The region whose halls may receive the item: its district's code. */
  readonly within: string;
}

/** What the counter does about it. */
const CHOOSE = '。选申请人所在的街道，写明依据';
const REFUSE = '，不予受理；确由本区办理的，选街道并写明依据';

/**
 * R6.2, CrossHall: the applicant's place by the first address of the form that names one, else by the applicant's own address. Clear only when it lies in
 * the receiving region and is as fine as the offices asked for.
 */
export function findPlace({ rule, needs, form, applicantAddress, regions, within }: PlaceInput): PlaceFound {
  const decisive = rule.fields.map((key) => form[key]).find((value) => placeOfAddress(value, regions) !== null || namesSomePlace(value));
  const typed = placeOfAddress(decisive, regions);
  // An address of another part of the country is an answer too: what is less decisive does not overrule it.
  const fallsBack = decisive === undefined && applicantAddress !== null;
  const known = fallsBack ? placeOfWords(applicantAddress, regions) : typed;
  if (known === null) {
    const wrong = decisive === undefined ? '地址里看不出在哪个区划' : '地址不在本区的区划里';
    return { place: null, source: null, wrong, problem: `${wrong}${decisive === undefined ? CHOOSE : REFUSE}` };
  }
  const source = typed === null ? 'applicant' : 'form';
  const top = regionAt('district', known.code, regions);
  if (top?.code !== within) {
    const wrong = `${top?.name ?? known.name}不归本区办理`;
    return { place: known, source, wrong, problem: `${wrong}${REFUSE}` };
  }
  if (regionAt(needs, known.code, regions) === null) {
    const wrong = `地址只到${known.name}`;
    return { place: known, source, wrong, problem: `${wrong}${CHOOSE}` };
  }
  return { place: known, source, wrong: null, problem: null };
}

/** The finest level among the decision's and the steps' own. */
export function finestLevel(levels: readonly (OfficeLevel | undefined)[]): OfficeLevel {
  return levels.includes('street') ? 'street' : 'district';
}

/** The region at this level in which another lies, itself included; null when the other is wider, or unknown. */
export function regionAt(level: RegionNode['level'], code: string, regions: readonly RegionNode[]): RegionNode | null {
  return upwards(code, regions).find((region) => region.level === level) ?? null;
}

/**
 * The office of a line that answers for a place: that of the region at this level, or, where it has none, of the nearest region above.
 * Never one below: a street does not decide what its district has kept.
 * @param line the line of work; a department without one is a line of its own, under its code
 * @returns null when no office of the line covers the place
 */
export function officeFor<T extends Office>(
  line: string,
  level: OfficeLevel,
  placeCode: string,
  { regions, offices }: { regions: readonly RegionNode[]; offices: readonly T[] },
): T | null {
  const ways = upwards(placeCode, regions);
  const from = ways.findIndex((region) => region.level === level);
  for (const region of from < 0 ? [] : ways.slice(from)) {
    const office = offices.find((one) => one.regionCode === region.code && lineOf(one) === line);
    if (office) return office;
  }
  return null;
}

/** The line of work of an office. */
export function lineOf({ line, code }: Pick<Office, 'line' | 'code'>): string {
  return line ?? code;
}

/** The regions that the counter may choose: those of the level asked for, in the receiving region. */
export function placesToChoose(needs: OfficeLevel, within: string, regions: readonly RegionNode[]): RegionNode[] {
  return regions.filter((region) => region.level === needs && regionAt('district', region.code, regions)?.code === within);
}

/** A region, then the one above it, to the top. A ring in the data ends it. */
function upwards(code: string, regions: readonly RegionNode[]): RegionNode[] {
  const ways: RegionNode[] = [];
  let at = regions.find((region) => region.code === code);
  while (at && !ways.includes(at)) {
    ways.push(at);
    const { parentCode } = at;
    at = parentCode === null ? undefined : regions.find((region) => region.code === parentCode);
  }
  return ways;
}

/** A structured address names its regions; one in words is searched for their names. */
function placeOfAddress(value: unknown, regions: readonly RegionNode[]): RegionNode | null {
  if (typeof value === 'string') return placeOfWords(value, regions);
  if (!isRecord(value)) return null;
  const { region, street } = value as Partial<AddressValue>;
  return regions.find(({ code }) => code === street) ?? regions.find(({ code }) => code === region) ?? null;
}

/** 云山区…, 湖南省长沙市…: the words begin with a region, known here or not. 梧桐路 118 号 names none, nor does 梧桐小区 3 幢. */
const SOME_PLACE = /^[^\d\s]{2,9}?(?:省|自治区|市|(?<![小社园校厂厅])区|县|自治旗|街道|镇|乡)/;
/** Right before the name of a street: a district that is not its own. */
const SOME_DISTRICT = /[^\s小社园校厂厅开][区县旗]$/;

function namesSomePlace(value: unknown): boolean {
  if (typeof value === 'string') return SOME_PLACE.test(value.trim());
  if (!isRecord(value)) return false;
  const { region, street } = value as Partial<AddressValue>;
  return Boolean(street) || Boolean(region);
}

/**
 * The finest region that the words name, as far as they agree: a street counts only in the district that they name, a community only in
 * its street. Two different ones of that level leave it open, and what lies above both counts.
 */
function placeOfWords(words: string, regions: readonly RegionNode[]): RegionNode | null {
  const named = regions.filter(({ name }) => words.includes(name));
  for (const level of ['community', 'street', 'district'] as const) {
    const found = named.filter((region) => region.level === level && agrees(region, named, words, regions));
    if (found.length === 1 && found[0]) return found[0];
  }
  return null;
}

/** Do the words name no other region above this one than its own? */
function agrees(region: RegionNode, named: readonly RegionNode[], words: string, regions: readonly RegionNode[]): boolean {
  const above = upwards(region.code, regions).slice(1);
  const others = named.filter(({ level }) => LEVELS.indexOf(level) < LEVELS.indexOf(region.level));
  for (const level of LEVELS.slice(0, LEVELS.indexOf(region.level))) {
    const saidThere = others.filter((one) => one.level === level);
    if (saidThere.length > 0 && !saidThere.some((one) => above.includes(one))) return false;
  }
  if (region.level !== 'street' || above.some(({ name }) => words.includes(name))) return true;
  return !SOME_DISTRICT.test(words.slice(0, words.indexOf(region.name)).trimEnd());
}

/** The widest first. */
const LEVELS = ['district', 'street', 'community'] as const;
