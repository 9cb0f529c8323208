/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { render, typeInto } from '../../test/render.js';
import { focusField } from './field-id.js';
import { SchemaForm } from './schema-form.js';
import type { FieldSchema, FormSchema, FormValues } from './schema.js';

/** Fields that count how often they are drawn: drawing reads the title. */
function countingSchema(count: number): { schema: FormSchema; draws: Record<string, number> } {
  const draws: Record<string, number> = {};
  const properties: Record<string, FieldSchema> = {};
  for (let i = 0; i < count; i += 1) {
    const name = `f${i}`;
    properties[name] = {
      type: 'string',
      get title() {
        draws[name] = (draws[name] ?? 0) + 1;
        return `字段 ${i}`;
      },
    };
  }
  return { schema: { type: 'object', properties }, draws };
}

const SCHEMA: FormSchema = {
  type: 'object',
  properties: { name: { type: 'string', title: '场所名称' }, staff: { type: 'integer', title: '从业人员数', minimum: 1, 'x-unit': '人' } },
  required: ['staff'],
};

const form = (values: FormValues, more: Partial<Parameters<typeof SchemaForm>[0]> = {}) => (
  <SchemaForm id="t" schema={SCHEMA} values={values} today="2026-10-29" onChange={() => undefined} {...more} />
);
const input = (name: string) => document.getElementById(`t-${name}`) as HTMLInputElement;

describe('SchemaForm', () => {
  it('draws only the field whose value changed, among 200', () => {
    const { schema, draws } = countingSchema(200);
    const show = (values: FormValues) => (
      <SchemaForm id="t" schema={schema} values={values} today="2026-10-29" onChange={() => undefined} />
    );
    const page = render(show({}));
    const before = { ...draws };
    page.update(show({ f7: '改' }));
    const redrawn = Object.keys(draws).filter((name) => draws[name] !== before[name]);
    expect(redrawn).toEqual(['f7']);
    page.unmount();
  });

  it('tells the path and a number, and passes on what is none', () => {
    const onChange = jest.fn();
    const page = render(form({}, { onChange }));
    typeInto(input('staff'), '１２');
    typeInto(input('staff'), '十二');
    expect(onChange.mock.calls).toEqual([
      ['staff', 12],
      ['staff', '十二'],
    ]);
    page.unmount();
  });

  it('says what is wrong under the field, in Chinese, and connects it', () => {
    const page = render(form({ staff: 0 }, { showAll: true }));
    const note = document.getElementById(input('staff').getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('至少 1 人');
    expect(input('staff').getAttribute('aria-invalid')).toBe('true');
    page.unmount();
  });

  it('drops the server’s word once the value is changed', () => {
    const errors = [{ path: 'name', message: '与营业执照不一致' }];
    const page = render(form({ name: '悦泉' }, { errors }));
    expect(page.container.textContent).toContain('与营业执照不一致');
    page.update(form({ name: '悦泉沐浴' }, { errors }));
    expect(page.container.textContent).not.toContain('与营业执照不一致');
    page.unmount();
  });

  it('makes a changed value 手填, keeps the original and gives it back', () => {
    const onChange = jest.fn();
    const page = render(form({ name: '悦泉沐浴' }, { onChange, originals: { name: '悦泉' }, sources: { name: 'licence' } }));
    expect(page.container.textContent).toContain('原值 悦泉，证照');
    expect(page.container.querySelector('.ow-source')?.textContent).toBe('手填');
    act(() => page.container.querySelector<HTMLButtonElement>('[aria-label="还原场所名称"]')?.click());
    expect(onChange).toHaveBeenCalledWith('name', '悦泉');
    page.unmount();
  });

  it('shows what is typed before the caller gets round to it', () => {
    const page = render(form({ name: '悦泉' }));
    typeInto(input('name'), '悦泉沐浴');
    expect(input('name').value).toBe('悦泉沐浴');
    page.update(form({ name: '悦泉' }, { showAll: true }));
    expect(input('name').value).toBe('悦泉沐浴');
    page.update(form({ name: '别处的名称' }));
    expect(input('name').value).toBe('别处的名称');
    page.unmount();
  });

  it('takes amounts as people write them, and rows into a table with its sums', () => {
    const schema: FormSchema = {
      type: 'object',
      properties: {
        paid: { type: 'integer', title: '金额', format: 'money' },
        holders: {
          type: 'array',
          title: '股东',
          items: {
            type: 'object',
            properties: { name: { type: 'string', title: '姓名' }, share: { type: 'number', title: '比例', 'x-unit': '%' } },
          },
          'x-sums': [{ column: 'share', equals: 100 }],
        },
      },
    };
    const onChange = jest.fn();
    const page = render(<SchemaForm id="t" schema={schema} values={{}} today="2026-10-29" onChange={onChange} showAll />);
    typeInto(input('paid'), '50 万');
    expect(onChange).toHaveBeenLastCalledWith('paid', 50_000_000);
    typeInto(page.container.querySelector('[aria-label="股东第 1 行姓名"]') as HTMLInputElement, '王');
    typeInto(page.container.querySelector('[aria-label="股东第 1 行比例"]') as HTMLInputElement, '90');
    expect(onChange).toHaveBeenLastCalledWith('holders', [{ name: '王', share: 90 }]);
    expect(page.container.textContent).toContain('比例合计 90 %，须为 100 %');
    act(() => page.container.querySelector<HTMLButtonElement>('[aria-label="删去股东第 1 行"]')?.click());
    expect(onChange).toHaveBeenLastCalledWith('holders', []);
    page.unmount();
  });

  it('goes on with Enter', () => {
    const page = render(form({}));
    act(() => input('name').focus());
    act(() => void input('name').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
    expect(document.activeElement).toBe(input('staff'));
    page.unmount();
  });

  it('can be jumped into', () => {
    HTMLElement.prototype.scrollIntoView = () => undefined;
    const page = render(form({}));
    let found = false;
    act(() => {
      found = focusField('t', 'staff');
    });
    expect(found).toBe(true);
    expect(document.activeElement).toBe(input('staff'));
    expect(focusField('t', 'gone')).toBe(false);
    page.unmount();
  });
});
