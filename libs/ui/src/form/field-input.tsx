import { blankWords, type FormColumn } from '@onewindow/domain';
import { Input, Select } from 'antd';
import { DayInput } from '../day/day-input.js';
import { MoneyInput } from './money-input.js';
import { NumberInput } from './number-input.js';

export interface FieldInputProps {
  id: string;
  /** Said aloud where no label stands before it: the cells of a table. */
  label?: string;
  field: FormColumn;
  value: unknown;
  required: boolean;
  invalid: boolean;
  disabled: boolean;
  describedBy: string | undefined;
  onChange: (value: unknown) => void;
  onBlur: () => void;
}

const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];

/** The control of one field, by its type and format. */
export function FieldInput({ id, label, field, value, required, invalid, disabled, describedBy, onChange, onBlur }: FieldInputProps) {
  // In a field that nobody can fill an example would be taken for its value.
  const placeholder = disabled ? undefined : (field['x-placeholder'] ?? (required ? blankWords(field) : undefined));
  const common = {
    id,
    disabled,
    onBlur,
    ...(label === undefined ? {} : { 'aria-label': label }),
    'aria-required': required || undefined,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    ...(placeholder ? { placeholder } : {}),
    ...(invalid ? { status: 'error' as const } : {}),
  };
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);

  if (field.oneOf) {
    return (
      <Select
        {...common}
        className="ow-field-control"
        value={value === '' || value === null ? undefined : (value as string | number | undefined)}
        showSearch={field.oneOf.length > 7 ? { optionFilterProp: 'label' } : false}
        options={field.oneOf.map((option) => ({ value: option.const, label: option.title }))}
        onChange={onChange}
      />
    );
  }
  if (field.type === 'boolean') {
    return (
      <Select
        {...common}
        className="ow-field-control"
        value={typeof value === 'boolean' ? value : undefined}
        options={YES_NO}
        onChange={onChange}
      />
    );
  }
  if (field.format === 'money') return <MoneyInput {...common} value={value} onChange={onChange} />;
  if (field.type === 'number' || field.type === 'integer') {
    return <NumberInput {...common} value={value} unit={field['x-unit']} integer={field.type === 'integer'} onChange={onChange} />;
  }
  if (field.format === 'date') {
    return (
      <DayInput
        id={id}
        {...(label === undefined ? {} : { label })}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={text === '' ? null : text}
        disabled={disabled}
        required={required}
        invalid={invalid}
        describedBy={describedBy}
        onDay={(day) => onChange(day ?? undefined)}
        onUnreadable={onChange}
        onBlur={onBlur}
      />
    );
  }
  if (field.format === 'textarea') {
    return (
      <Input.TextArea {...common} value={text} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => onChange(event.target.value)} />
    );
  }
  return (
    <Input
      {...common}
      value={text}
      autoComplete="off"
      inputMode={field.format === 'phone' ? 'tel' : field.format === 'bankAccount' ? 'numeric' : 'text'}
      spellCheck={false}
      suffix={field['x-unit'] ?? <span />}
      onChange={(event) =>
        onChange(field.format === 'identity' || field.format === 'creditCode' ? event.target.value.toUpperCase() : event.target.value)
      }
    />
  );
}
