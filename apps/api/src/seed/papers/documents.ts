import type { SheetDocument, SheetShape } from '../../notices/index.js';
import { centred, GREY, line, rect, sheet, stamp, words } from './sheet-parts.js';

const LEFT = 24;
const RIGHT = 186;

function title(text: string, y = 30): SheetShape {
  return centred(105, y, text, 20, true);
}

function table(top: number, rowHeight: number, columns: readonly number[], rows: readonly (readonly string[])[]): SheetShape[] {
  return rows.flatMap((row, index) => {
    let left = LEFT;
    return columns.flatMap((width, column) => {
      const cell = [
        rect(left, top + index * rowHeight, width, rowHeight),
        centred(left + width / 2, top + (index + 0.5) * rowHeight, row[column] ?? '', 11, index === 0),
      ];
      left += width;
      return cell;
    });
  });
}

/** 申请表 of any item: the fields are in the system, the paper carries signature and stamp. */
export function applicationForm(name: string): SheetDocument {
  const labels = ['申请人', '证件类型', '经营（居住）地址', '联系人', '申请事项', '申请类型', '申请内容', '随附材料'];
  return sheet(name, false, [
    title(name),
    words(LEFT, 44, '填写说明：用黑色墨水填写，不得涂改。', 10, { color: GREY }),
    ...labels.flatMap((label, index) => {
      const height = index >= 6 ? 34 : 14;
      const top = 52 + Math.min(index, 6) * 14 + Math.max(0, index - 6) * 34;
      return [
        rect(LEFT, top, 42, height),
        rect(LEFT + 42, top, RIGHT - LEFT - 42, height),
        centred(LEFT + 21, top + height / 2, label, 11, true),
        words(LEFT + 46, top + height / 2, index === 4 ? '见受理系统登记的事项' : '与系统登记内容一致', 11),
      ];
    }),
    words(LEFT, 216, '本人（单位）承诺：以上内容和所交材料真实、合法、有效，并承担相应责任。', 11),
    words(LEFT, 236, '申请人签名（盖章）：', 11),
    line(
      [
        [62, 233],
        [68, 238],
        [74, 231],
        [82, 237],
        [90, 232],
      ],
      1.2,
    ),
    words(LEFT, 248, '日期：见收件凭证', 11),
    ...stamp(156, 238, '申请单位'),
  ]);
}

/** 检测报告 with values and conclusion. */
export function testReport(name: string, subject: string, rows: readonly (readonly string[])[]): SheetDocument {
  const columns = [54, 36, 36, 36];
  return sheet(name, false, [
    title(name),
    words(LEFT, 46, `检测对象：${subject}`, 11),
    words(LEFT, 54, '检测机构：临江安正检测技术有限公司', 11),
    ...table(62, 11, columns, [['项目', '标准', '结果', '单项结论'], ...rows]),
    words(LEFT, 62 + (rows.length + 1) * 11 + 12, '结论：所检项目符合标准要求。', 12, { bold: true }),
    words(LEFT, 62 + (rows.length + 1) * 11 + 24, '编制：刘芸，审核：赵启，批准：周平', 11),
    ...stamp(152, 62 + (rows.length + 1) * 11 + 26, '检测专用章'),
  ]);
}

export function poolTest(): SheetDocument {
  return testReport('卫生检测报告', '池水、空气、公共用品用具', [
    ['池水浑浊度', '≤ 5 NTU', '1.2', '合格'],
    ['游离性余氯', '0.3–1.0 mg/L', '0.6', '合格'],
    ['细菌总数', '≤ 200 CFU/mL', '36', '合格'],
    ['大肠菌群', '不得检出', '未检出', '合格'],
    ['二氧化碳', '≤ 0.15 %', '0.07', '合格'],
    ['室温', '≥ 22 ℃', '25', '合格'],
  ]);
}

export function airTest(): SheetDocument {
  return testReport('集中空调通风系统卫生检测报告', '送风、风管内表面、冷却水', [
    ['送风细菌总数', '≤ 500 CFU/m3', '112', '合格'],
    ['送风真菌总数', '≤ 500 CFU/m3', '87', '合格'],
    ['积尘量', '≤ 20 g/m2', '6', '合格'],
    ['嗜肺军团菌', '不得检出', '未检出', '合格'],
  ]);
}

export function structureReport(): SheetDocument {
  return testReport('既有建筑结构鉴定报告', '主体结构、地基基础、拟连接部位', [
    ['地基承载力', '满足加装', '满足', '合格'],
    ['砖砌体强度', '≥ M5', 'M7.5', '合格'],
    ['圈梁构造', '设置完整', '完整', '合格'],
    ['倾斜率', '≤ 4 ‰', '1.1', '合格'],
  ]);
}

/** A text in numbered articles: rules, pledges, letters of attorney. */
export function articles(name: string, lines: readonly string[], signer: string): SheetDocument {
  const shapes = lines.map((text, index) => words(LEFT, 50 + index * 11, text, 12));
  const bottom = 50 + lines.length * 11 + 18;
  return sheet(name, false, [title(name), ...shapes, words(120, bottom, signer, 12), ...stamp(148, bottom + 16, signer)]);
}

export function rules(name: string): SheetDocument {
  return articles(
    name,
    [
      '一、岗位责任：负责人对本场所全面负责，设专职管理员一名。',
      '二、从业人员持健康证明上岗，每年体检一次，发现不适立即调离。',
      '三、进货查验：索取并留存供货方资质和票据，保存期不少于两年。',
      '四、清洗消毒：一客一换一消毒，消毒记录每日填写。',
      '五、环境卫生：每日营业前后清扫，通风设施每月保养。',
      '六、自查：每周自查一次，问题当日整改，留存记录。',
      '七、突发事件：立即停止相关服务，两小时内报告主管部门。',
      '八、培训：新员工上岗前培训，全体员工每季度培训一次。',
    ],
    '经营单位',
  );
}

/** An electronic certificate, its number left out. */
export function certificate(name: string, issuer: string): SheetDocument {
  return sheet(name, true, [
    rect(14, 14, 269, 182, 2.4),
    rect(19, 19, 259, 172, 0.6),
    centred(148.5, 46, name, 28, true),
    centred(148.5, 62, '电子证照，经共享平台核验', 12),
    words(60, 92, '持证人：与申请人一致', 14),
    words(60, 108, '证件号码：按规定隐去', 14),
    words(60, 124, `核发机关：${issuer}`, 14),
    words(60, 140, '状态：有效', 14),
    ...stamp(226, 150, issuer.slice(0, 10)),
  ]);
}

/** 业主同意书: one row for each flat. */
export function ownersConsent(): SheetDocument {
  const flats = Array.from({ length: 14 }, (_, index) => `${Math.floor(index / 2) + 1}0${(index % 2) + 1}`);
  const rows = flats.map((flat) => [flat, '同意', '', '已核对']);
  return sheet('业主同意书', false, [
    title('既有住宅增设电梯业主同意书'),
    words(LEFT, 46, '本单元业主就增设电梯进行书面表决，结果如下：', 11),
    ...table(54, 12, [36, 42, 42, 42], [['房号', '意见', '签名', '产权核对'], ...rows]),
    ...flats.map((_, index): SheetShape => {
      const y = 54 + (index + 1.5) * 12;
      const wave = (index % 3) + 2;
      return line(
        [
          [104, y + 2],
          [108, y - wave],
          [113, y + 2],
          [119, y - 2],
          [124, y + 1],
        ],
        0.9,
      );
    }),
  ]);
}
