import { makeCreditCode, makeIdentityNumber } from '@onewindow/domain';
import type { ApplicantInput } from '@onewindow/contracts';
import { DISTRICT, type HallCode } from '../organisation/units.js';

/** Who applies, and the hall nearest to them. */
export interface ApplicantSeed {
  input: ApplicantInput;
  hall: HallCode;
}

const STREETS = {
  'LJ-QZ': ['望湖街道临江大道', '望湖街道中山东路', '望湖街道百货路'],
  'LJ-WH': ['望湖街道梧桐路', '望湖街道望湖路', '望湖街道桂香里'],
  'LJ-JB': ['江滨街道滨河西路', '江滨街道码头街', '江滨街道铁路南街'],
  'LJ-BY': ['北园街道青禾路', '北园街道教师新村路', '北园街道纺织路'],
} as const satisfies Record<HallCode, readonly string[]>;
/** Half of all come to the district's hall. */
const HALL_CODES = ['LJ-QZ', 'LJ-WH', 'LJ-QZ', 'LJ-JB', 'LJ-QZ', 'LJ-BY'] as const satisfies readonly HallCode[];

const RESTAURANTS = [
  '望湖老街面馆',
  '江滨小学食堂',
  '临江鲜达商贸有限公司',
  '北园社区食堂',
  '老城食坊餐饮有限公司',
  '潮味轩餐饮有限公司',
  '临江渔港酒家有限公司',
  '百味佳便利店',
  '青禾烘焙坊',
  '滨河茶餐厅有限公司',
  '同福顺饺子馆',
  '清荷素食餐饮有限公司',
  '晨光早餐店',
  '临江一中食堂',
  '码头海鲜大排档',
  '悦来小厨餐饮有限公司',
  '鼎泰丰收超市有限公司',
  '果然鲜水果店',
  '山城火锅餐饮有限公司',
  '巷子里咖啡馆',
  '福临门粮油店',
  '南洋肉骨茶餐饮有限公司',
  '三元里肠粉店',
  '禾记甜品店',
  '北国饺子餐饮有限公司',
  '启明幼儿园食堂',
  '大树下快餐店',
  '万家乐生鲜超市有限公司',
  '梧桐里私房菜馆',
  '江湾烧腊店',
] as const;
const PLACES = [
  '临江悦泉沐浴有限公司',
  '瑞和宾馆有限公司',
  '青木美容店',
  '蓝湾游泳馆有限公司',
  '云水瑜伽美容有限公司',
  '望湖商务酒店有限公司',
  '剪之艺美发店',
  '江畔民宿有限公司',
  '丽人坊美容美发店',
  '铂悦酒店管理有限公司',
  '清泉浴室',
  '北园购物中心有限公司',
  '花样年华美容有限公司',
  '舒心足浴有限公司',
  '汇泳体育发展有限公司',
  '东方明珠宾馆有限公司',
  '尚品造型美发店',
  '临江假日酒店有限公司',
  '静园茶舍民宿有限公司',
  '七彩游泳培训有限公司',
  '望湖百货有限公司',
  '春风里美容店',
  '城南旅馆',
  '沐心堂浴室有限公司',
  '雅居酒店公寓有限公司',
  '指尖美甲店',
] as const;
const TECH = [
  '临江云图科技有限公司',
  '数海智能装备有限公司',
  '启源生物技术有限公司',
  '江科新材料有限公司',
  '远望软件有限公司',
  '蓝芯微电子有限公司',
  '绿能储能科技有限公司',
  '华测仪器有限公司',
  '智医影像技术有限公司',
  '北斗时空信息有限公司',
  '中科环境工程有限公司',
  '新禾农业科技有限公司',
  '思齐教育科技有限公司',
  '海川精密制造有限公司',
] as const;
const ORGANISERS = [
  '临江区图书馆',
  '百货大楼有限公司',
  '康乐药房连锁有限公司',
  '望湖书店有限公司',
  '江滨义工服务队',
  '绿城房产经纪有限公司',
  '青年志愿者协会',
  '阳光口腔门诊部',
  '红十字会临江区分会',
  '星河影城有限公司',
  '家家悦超市有限公司',
] as const;
const SURNAMES = Array.from('陈李黄张梁林刘吴罗杨郑何邓谢郭曾冯蔡许卢宋叶潘袁杜丁苏吕魏蒋');
const GIVEN = Array.from('嘉敏志强晓雯建国丽华俊杰文博雨桐美玲伟明秀兰子轩佩珊国华思琪家豪淑芬海涛静怡立群');

function addressOf(hall: HallCode, serial: number): string {
  const streets = STREETS[hall];
  const street = streets[serial % streets.length] ?? streets[0];
  return `临江区${street} ${10 + ((serial * 37) % 240)} 号`;
}

function personName(serial: number): string {
  const surname = SURNAMES[(serial * 7) % SURNAMES.length] ?? '陈';
  const pair = (serial * 2) % (GIVEN.length - 1);
  return `${surname}${GIVEN[pair] ?? '明'}${GIVEN[pair + 1] ?? ''}`;
}

function phoneOf(serial: number): string {
  return `1${['38', '39', '59', '88'][serial % 4] ?? '38'}${String(20_000_000 + serial * 91_357).slice(0, 8)}`;
}

function identityOf(serial: number, birthYear: number): string {
  const month = String(1 + (serial % 12)).padStart(2, '0');
  const day = String(1 + ((serial * 5) % 28)).padStart(2, '0');
  return makeIdentityNumber(DISTRICT, `${birthYear}-${month}-${day}`, (serial * 13) % 999);
}

function company(name: string, serial: number): ApplicantSeed {
  const hall = HALL_CODES[serial % HALL_CODES.length] ?? 'LJ-QZ';
  return {
    hall,
    input: {
      kind: 'legal',
      name,
      identityType: 'creditCode',
      identityNumber: makeCreditCode('91', DISTRICT, 58_000_000 + serial * 977),
      phone: phoneOf(serial),
      address: addressOf(hall, serial),
      legalRepresentative: { name: personName(serial), identityNumber: identityOf(serial, 1962 + (serial % 36)) },
    },
  };
}

function person(serial: number, birthYear: number): ApplicantSeed {
  const hall = HALL_CODES[(serial + 1) % HALL_CODES.length] ?? 'LJ-QZ';
  return {
    hall,
    input: {
      kind: 'natural',
      name: personName(serial),
      identityType: 'idCard',
      identityNumber: identityOf(serial, birthYear),
      phone: phoneOf(serial),
      address: addressOf(hall, serial),
    },
  };
}

/** The company of the mockups, with the woman who represents it. */
const SPA: ApplicantSeed = {
  hall: 'LJ-QZ',
  input: {
    kind: 'legal',
    name: PLACES[0],
    identityType: 'creditCode',
    identityNumber: '91440199MA5CQ8E723',
    phone: '13822016021',
    address: '临江区望湖街道梧桐路 118 号一层 101–104 号',
    legalRepresentative: { name: '陈嘉敏', identityNumber: '440106198405050025' },
  },
};

/** Buildings without a lift; their cases are named by them. */
export const BUILDINGS = [
  '锦绣里 7 幢 1 单元',
  '临江大道 88 号 2 单元',
  '青禾路 15 号 4 单元',
  '梧桐苑 3 幢 2 单元',
  '望湖新村 12 幢 3 单元',
  '北园小区 5 幢 1 单元',
  '铁路宿舍 2 幢 2 单元',
  '江滨花园 9 幢 1 单元',
  '桂香里 1 幢 1 单元',
  '教师新村 6 幢 2 单元',
  '青禾路 22 号 1 单元',
  '锦绣里 3 幢 2 单元',
  '纺织厂宿舍 4 幢',
  '铁路宿舍 5 幢 1 单元',
  '望湖新村 8 幢 1 单元',
  '码头街 31 号 2 单元',
  '百货大楼职工楼 1 单元',
  '滨河西路 60 号 3 单元',
] as const;

/** Applicants by what they apply for. */
export const APPLICANTS = {
  food: RESTAURANTS.map((name, index) => company(name, 100 + index)),
  place: [SPA, ...PLACES.slice(1).map((name, index) => company(name, 201 + index))],
  tech: TECH.map((name, index) => company(name, 300 + index)),
  organiser: ORGANISERS.map((name, index) => company(name, 400 + index)),
  owner: BUILDINGS.map((_, index) => person(500 + index, 1948 + ((index * 3) % 32))),
  adult: Array.from({ length: 40 }, (_, index) => person(600 + index, 1970 + (index % 30))),
  elder: Array.from({ length: 20 }, (_, index) => person(700 + index, 1930 + (index % 16))),
} as const satisfies Record<string, readonly ApplicantSeed[]>;

export type ApplicantGroup = keyof typeof APPLICANTS;
