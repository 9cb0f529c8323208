import { Input } from 'antd';
import { useState } from 'react';

/** What every typed control takes. */
export interface PlainInputProps {
  id: string;
  value: unknown;
  disabled: boolean;
  placeholder?: string;
  status?: 'error';
  onChange: (value: unknown) => void;
  onBlur: () => void;
}

export interface NumberInputProps extends PlainInputProps {
  unit?: string | undefined;
  integer: boolean;
}

const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** Reads what people type for a number; full-width digits count. Text that is none is passed on, so that the rules can say so. */
export function readNumber(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : text;
}

/** A number as typed text with its unit at the right; no spinners, no wheel. */
export function NumberInput({ value, unit, integer, onChange, ...input }: NumberInputProps) {
  const [text, setText] = useState(() => asText(value));
  // `1.` and `1.0` are on the way to a number: only a value from outside replaces what is being typed.
  const typed = readNumber(text) === (value ?? undefined) ? text : asText(value);
  return (
    <Input
      {...input}
      value={typed}
      autoComplete="off"
      inputMode={integer ? 'numeric' : 'decimal'}
      suffix={unit ?? <span />}
      onChange={(event) => {
        setText(event.target.value);
        onChange(readNumber(event.target.value));
      }}
    />
  );
}
