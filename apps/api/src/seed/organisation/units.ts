import { makeCreditCode } from '@onewindow/domain';

/** 临江区; an invented district below 广州市. */
export const DISTRICT = '440199';

export interface RegionSeed {
  code: string;
  name: string;
  level: 'district' | 'street' | 'community';
  parentCode: string | null;
}

export const REGIONS = [
  { code: DISTRICT, name: '临江区', level: 'district', parentCode: null },
  { code: '440199001', name: '望湖街道', level: 'street', parentCode: DISTRICT },
  { code: '440199002', name: '江滨街道', level: 'street', parentCode: DISTRICT },
  { code: '440199003', name: '北园街道', level: 'street', parentCode: DISTRICT },
  { code: '440199001001', name: '梧桐社区', level: 'community', parentCode: '440199001' },
] as const satisfies readonly RegionSeed[];

export type HallCode = 'LJ-QZ' | 'LJ-WH' | 'LJ-JB' | 'LJ-BY';

export interface HallSeed {
  code: HallCode;
  name: string;
  regionCode: string;
  address: string;
  phone: string;
  /** 综合窗口 come first, then 出件窗口. */
  reception: number;
  issue: number;
}

export const HALLS = [
  {
    code: 'LJ-QZ',
    name: '区政务服务大厅',
    regionCode: DISTRICT,
    address: '临江区望湖街道临江大道 1 号',
    phone: '020-5550 6120',
    reception: 8,
    issue: 2,
  },
  {
    code: 'LJ-WH',
    name: '望湖街道便民服务中心',
    regionCode: '440199001',
    address: '临江区望湖街道梧桐路 26 号',
    phone: '020-5550 6211',
    reception: 3,
    issue: 1,
  },
  {
    code: 'LJ-JB',
    name: '江滨街道便民服务中心',
    regionCode: '440199002',
    address: '临江区江滨街道滨河西路 88 号',
    phone: '020-5550 6321',
    reception: 3,
    issue: 1,
  },
  {
    code: 'LJ-BY',
    name: '北园街道便民服务中心',
    regionCode: '440199003',
    address: '临江区北园街道青禾路 15 号',
    phone: '020-5550 6431',
    reception: 3,
    issue: 1,
  },
] as const satisfies readonly HallSeed[];

export interface DepartmentSeed {
  code: string;
  name: string;
  shortName: string;
  documentPrefix: string;
  creditCode: string;
  phone: string;
  regionCode: string;
  /** CrossHall: the line of work whose offices in the streets it stands for; null for the line's own head. */
  line: string | null;
}

const department = (
  serial: number,
  code: string,
  shortName: string,
  documentPrefix: string,
  name = `临江区${shortName}`,
): DepartmentSeed => ({
  code,
  name,
  shortName,
  documentPrefix,
  creditCode: makeCreditCode('11', DISTRICT, 7_330_000 + serial * 17),
  phone: `020-5550 7${String(100 + serial * 11)}`,
  regionCode: DISTRICT,
  line: null,
});

/** The office of a district's department in a street. */
const streetOffice = (serial: number, code: string, line: string, regionCode: string, street: string, prefix: string): DepartmentSeed => ({
  ...department(serial, code, `${street}民政办`, prefix, `临江区${street}办事处`),
  regionCode,
  line,
});

export const DEPARTMENTS = [
  department(1, 'market', '市场监管局', '临市监', '临江区市场监督管理局'),
  department(2, 'health', '卫生健康局', '临卫'),
  department(3, 'planning', '规划和自然资源局', '临规资'),
  department(4, 'housing', '住建局', '临住建', '临江区住房和城乡建设局'),
  department(5, 'fire', '消防救援大队', '临消'),
  department(6, 'science', '科技局', '临科', '临江区科学技术局'),
  department(7, 'insurance', '医疗保障局', '临医保'),
  department(8, 'urban', '城市管理局', '临城管', '临江区城市管理和综合执法局'),
  department(9, 'labour', '人社局', '临人社', '临江区人力资源和社会保障局'),
  department(10, 'civil', '民政局', '临民'),
  department(11, 'police', '公安分局', '临公', '临江区公安分局'),
  department(12, 'tax', '税务局', '临税', '国家税务总局临江区税务局'),
  department(13, 'fund', '公积金管理部', '临公积金', '住房公积金管理中心临江管理部'),
  streetOffice(14, 'civil-wh', 'civil', '440199001', '望湖街道', '临望街'),
  streetOffice(15, 'civil-jb', 'civil', '440199002', '江滨街道', '临江街'),
  streetOffice(16, 'civil-by', 'civil', '440199003', '北园街道', '临北街'),
] as const satisfies readonly DepartmentSeed[];
