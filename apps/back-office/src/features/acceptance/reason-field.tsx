import { Input } from 'antd';
import { type Unsent, useWriting } from '../../app/unsent-words.js';

export interface ReasonFieldProps {
  id: string;
  label: string;
  maxLength: number;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  unsent: Unsent;
}

/** Why a supervisor or chief decides so; it is kept with the case. Below it stands who was first, where somebody was. */
export function ReasonField({ id, label, maxLength, value, onChange, autoFocus = false, unsent }: ReasonFieldProps) {
  useWriting(unsent, value !== '');
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
      {unsent.told}
    </>
  );
}
