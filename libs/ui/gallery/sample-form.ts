import type { FieldSchema, FormSchema, FormValues, ValueSource } from '@onewindow/ui';

/** The form of mockup 01. */
export const SAMPLE_FORM: FormSchema = {
  type: 'object',
  properties: {
    placeName: { type: 'string', title: '场所名称' },
    manager: { type: 'string', title: '负责人' },
    address: { type: 'string', title: '经营地址', format: 'address' },
    kind: {
      type: 'string',
      title: '场所类别',
      oneOf: [
        { const: 'bath', title: '沐浴场所' },
        { const: 'hotel', title: '住宿场所' },
      ],
    },
    phone: { type: 'string', title: '联系电话', format: 'phone' },
    airCon: { type: 'boolean', title: '使用集中空调' },
    area: { type: 'number', title: '营业面积', 'x-unit': '㎡', minimum: 1 },
    creditCode: { type: 'string', title: '信用代码', format: 'creditCode' },
    staff: { type: 'integer', title: '从业人员数', 'x-unit': '人', minimum: 1, 'x-placeholder': '填写人数' },
  },
  required: ['staff'],
};

export const SAMPLE_VALUES: FormValues = {
  placeName: '临江悦泉沐浴有限公司',
  manager: '陈嘉敏',
  address: '临江区望湖街道梧桐路 118 号一层 101–104 号',
  kind: 'bath',
  phone: '138****6021',
  airCon: true,
  area: 368.5,
  creditCode: '91350100M000100Y43',
};

export const SAMPLE_SOURCES: Record<string, ValueSource> = {
  placeName: 'licence',
  manager: 'licence',
  address: 'licence',
  kind: 'situation',
  phone: 'previous',
  airCon: 'situation',
  creditCode: 'licence',
};

/** A form with that many fields, to feel how quick typing is. */
export function largeForm(count: number): FormSchema {
  const properties: Record<string, FieldSchema> = {};
  for (let i = 1; i <= count; i += 1) {
    const kinds: FormSchema['properties'][string][] = [
      { type: 'string', title: `文字 ${i}` },
      { type: 'integer', title: `数量 ${i}`, 'x-unit': '件' },
      {
        type: 'string',
        title: `选择 ${i}`,
        oneOf: [
          { const: 'a', title: '甲' },
          { const: 'b', title: '乙' },
        ],
      },
      { type: 'string', title: `日期 ${i}`, format: 'date' },
    ];
    const field = kinds[i % kinds.length];
    if (field) properties[`field${i}`] = { ...field, 'x-group': `g${Math.floor(i / 25)}` };
  }
  const groups = Array.from({ length: Math.ceil(count / 25) + 1 }, (_, at) => ({ key: `g${at}`, title: `第 ${at + 1} 组` }));
  return { type: 'object', properties, required: ['field1'], 'x-groups': groups };
}
