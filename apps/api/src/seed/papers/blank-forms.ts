import type { ItemSeed } from '../catalogue/building-blocks.js';
import type { SheetDocument, SheetShape } from '../../notices/index.js';
import { centred, GREY, rect, sheet, words } from './sheet-parts.js';

const LEFT = 24;
const RIGHT = 186;
const LABEL = 46;
const ROW = 11;
const TOP = 54;
/** The signature begins here at the latest. */
const LAST = 230;

type Fields = ItemSeed['definition']['form']['properties'];

/** What the sample writes into fields of these names; other fields show what belongs there. */
const SAMPLES: Readonly<Record<string, string>> = {
  placeName: '临江样例沐浴有限公司',
  shopName: '临江样例餐饮店',
  manager: '张样例',
  representative: '张样例',
  name: '张样例',
  insuredName: '张样例',
  address: '临江区望湖街道梧桐路 1 号一层',
  place: '沐浴场所',
  phone: '填本人手机号码',
  area: '368.5 平方米',
  creditCode: '填营业执照上的统一社会信用代码',
  staffCount: '12 人',
};

function sampleOf(key: string, field: Fields[string]): string {
  const known = SAMPLES[key];
  if (known !== undefined) return known;
  if (field.oneOf?.[0]) return field.oneOf[0].title;
  if (field.type === 'boolean') return '是（或否）';
  if (field.format === 'date') return '2026 年 3 月 1 日';
  if (field.format === 'identity') return '填身份证上的号码';
  if (field.type === 'number' || field.type === 'integer') return `100${field['x-unit'] ? ` ${field['x-unit']}` : ''}`;
  return '按实际情况填写';
}

function heading(name: string, filled: boolean): SheetShape[] {
  return [
    centred(105, 28, filled ? `${name}（样表）` : name, 19, true),
    words(LEFT, 42, '用黑色墨水填写，字迹清楚，不得涂改；没有的内容划“—”。', 10, { color: GREY }),
  ];
}

function signature(y: number, signer: string, filled: boolean): SheetShape[] {
  return [
    words(LEFT, y, `${signer}签名（盖章）：${filled ? '张样例' : ''}`, 12),
    words(118, y, filled ? '日期：2026 年 3 月 1 日' : '日期：　　　年　　月　　日', 12),
  ];
}

/** An application form with a row for each field of the item; the sample is filled in. */
export function fieldForm(name: string, fields: Fields, filled: boolean): SheetDocument {
  const entries = Object.entries(fields);
  const height = Math.min(ROW, (LAST - TOP) / Math.max(entries.length, 1));
  const rows = entries.flatMap(([key, field], index): SheetShape[] => {
    const top = TOP + index * height;
    return [
      rect(LEFT, top, LABEL, height),
      rect(LEFT + LABEL, top, RIGHT - LEFT - LABEL, height),
      centred(LEFT + LABEL / 2, top + height / 2, field.title, 10.5, true),
      ...(filled ? [words(LEFT + LABEL + 4, top + height / 2, sampleOf(key, field), 11)] : []),
    ];
  });
  const bottom = TOP + entries.length * height;
  return sheet(filled ? `${name}样表` : `${name}空白表`, false, [
    ...heading(name, filled),
    ...rows,
    words(LEFT, bottom + 14, '本人（单位）承诺：以上内容和所交材料真实、合法、有效，并承担相应责任。', 11),
    ...signature(bottom + 30, '申请人', filled),
  ]);
}

/** 授权委托书 */
export function authorisationForm(name: string, filled: boolean): SheetDocument {
  const gap = filled ? '张样例' : '　　　　　　';
  const agent = filled ? '李样例' : '　　　　　　';
  return sheet(filled ? `${name}样表` : `${name}空白表`, false, [
    ...heading(name, filled),
    words(LEFT, 62, `委托人：${gap}`, 13),
    words(LEFT, 74, `受托人：${agent}`, 13),
    words(LEFT, 92, `委托事项：${filled ? '办理公共场所卫生许可的申请、补正和领取结果' : ''}`, 13),
    words(LEFT, 104, `委托权限：${filled ? '提交和补正材料、签收文书、领取结果' : ''}`, 13),
    words(LEFT, 116, `委托期限：${filled ? '2026 年 3 月 1 日至 2026 年 8 月 31 日' : '　　　年　　月　　日至　　　年　　月　　日'}`, 13),
    words(LEFT, 134, '受托人在上述权限和期限内的行为，由委托人承担责任。', 13),
    ...signature(160, '委托人', filled),
    ...signature(176, '受托人', filled),
  ]);
}

/** 承诺书 */
export function pledgeForm(name: string, filled: boolean): SheetDocument {
  return sheet(filled ? `${name}样表` : `${name}空白表`, false, [
    ...heading(name, filled),
    words(LEFT, 62, `承诺人：${filled ? '临江样例沐浴有限公司' : ''}`, 13),
    words(LEFT, 74, `申请事项：${filled ? '公共场所卫生许可（新办）' : ''}`, 13),
    words(LEFT, 92, '一、已经知悉办理本事项的条件、标准和应当提交的材料。', 13),
    words(LEFT, 104, '二、已经符合上述条件和标准，所作承诺真实。', 13),
    words(LEFT, 116, '三、接受核查；与承诺不符的，愿意承担撤销结果和失信记录的后果。', 13),
    ...signature(142, '承诺人', filled),
  ]);
}
