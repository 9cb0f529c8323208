/** What officers write; the step's key chooses. */
const OPINIONS: Readonly<Record<string, readonly string[]>> = {
  paper: ['申请材料齐全，符合法定形式，经营项目与业态相符，建议进入现场核查。', '材料齐全有效，布局流程合理，同意进入下一环节。'],
  site: ['现场布局与图纸一致，清洗消毒和三防设施到位，符合要求。', '现场核查合格，已拍照留存，建议准予许可。'],
  review: ['场所布局和卫生设施符合要求，检测报告有效，建议准予许可。', '材料真实有效，卫生管理制度健全，同意。'],
  planning: ['方案符合控制性详细规划要求，井道位置与相邻住宅间距合规。', '业主表决有效，设计方案合规，同意进入公示。'],
  housing: ['结构鉴定结论为可以加装，施工方案可行，无意见。', '无意见。施工前按规定办理施工许可。'],
  fire: ['消防车通道净宽 4.0 米，疏散不受影响，无意见。', '同意，电梯与疏散楼梯之间保持防火分隔。'],
  market: ['选型合规，电梯须检验合格后使用。', '无意见。安装前办理告知。'],
  notice: ['公示期满，没有收到书面异议。', '公示期内收到一件咨询，已答复，无异议。'],
  check: ['资料真实有效，符合条件，建议准予。', '经核对，符合申领条件，没有重复申领。'],
  tax: ['上一年度纳税正常，没有欠税。'],
  household: ['户籍在本区，人员状态正常。'],
};

export const DENIALS = {
  food: '现场核查发现切配间与就餐区未分隔，生熟交叉，不符合《食品经营许可审查通则》第二十条的规定，限期整改后仍不合格。',
  place: '卫生检测报告显示空气细菌总数超过标准限值，复检仍不合格，不符合《公共场所卫生管理条例》第三条的规定。',
  street: '所申请的地点占用盲道和消防通道，影响通行安全，不符合《城市市容和环境卫生管理条例》第十四条的规定。',
} as const;

export function opinionFor(stepKey: string, turn: number): string {
  const choices = OPINIONS[stepKey] ?? ['同意。'];
  return choices[turn % choices.length] ?? '同意。';
}

/** Why a department sends a step back (R5.3). */
export const NOT_OURS = '该楼为房改房，结构鉴定和产权资料在规划和自然资源分局存档，不归本局答复。';
