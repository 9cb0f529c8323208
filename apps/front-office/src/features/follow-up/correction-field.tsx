import type { AwaitedCorrection, CorrectionPoint } from '@onewindow/contracts';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';

type Field = AwaitedCorrection['fields'][number];
type Value = string | number | boolean;

export interface CorrectionFieldProps {
  field: Field;
  point: CorrectionPoint;
  value: Value;
  onChange: (value: Value) => void;
}

const YES_NO = [
  { value: 'true', title: '是' },
  { value: 'false', title: '否' },
];

/** A field that a reviewer wants corrected: what stands there, what is wrong with it, and the new value. */
export function CorrectionField({ field, point, value, onChange }: CorrectionFieldProps) {
  const id = useId();
  return (
    <div className="fo-correction-field" role="listitem">
      <label htmlFor={id}>
        <b>{point.name}</b>
        <span className="ow-secondary ow-small">
          {point.reason}。现在：{shown(field)}
        </span>
      </label>
      <Entry id={id} field={field} value={value} onChange={onChange} />
    </div>
  );
}

function Entry({ id, field, value, onChange }: { id: string; field: Field; value: Value; onChange: (value: Value) => void }) {
  const options = field.type === 'boolean' ? YES_NO : field.options;
  if (options.length > 0) {
    return (
      <Select
        id={id}
        placeholder="选改正后的"
        value={value === '' ? undefined : String(value)}
        options={options.map((option) => ({ value: option.value, label: option.title }))}
        onChange={(chosen: string) => onChange(field.type === 'boolean' ? chosen === 'true' : chosen)}
      />
    );
  }
  if (field.type !== 'string') {
    return (
      <InputNumber
        id={id}
        placeholder="改正后的"
        value={typeof value === 'number' ? value : null}
        {...(field.type === 'integer' ? { precision: 0 } : {})}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return <Input id={id} placeholder="改正后的" maxLength={2000} value={String(value)} onChange={(event) => onChange(event.target.value)} />;
}

function shown({ value, options, type }: Field): string {
  if (value === null || value === '') return '未填';
  if (type === 'boolean') return value === true ? '是' : '否';
  return options.find((option) => option.value === String(value))?.title ?? String(value);
}
