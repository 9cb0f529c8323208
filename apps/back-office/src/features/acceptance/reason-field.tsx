import { Input } from 'antd';

export interface ReasonFieldProps {
  id: string;
  label: string;
  maxLength: number;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** Why a supervisor or chief decides so; it is kept with the case. */
export function ReasonField({ id, label, maxLength, value, onChange, autoFocus = false }: ReasonFieldProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoFocus={autoFocus}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
