import { parseYuan, yuanOf } from '@onewindow/domain';
import { Input } from 'antd';
import { useState } from 'react';
import type { PlainInputProps } from './number-input.js';

/** An amount: typed in 元 as people write it (`50 万`, `1,234.5`), held in whole fen, shown with separators once it is left. */
export function MoneyInput({ value, onChange, onBlur, ...input }: PlainInputProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const shown = typeof value === 'number' ? yuanOf(value) : typeof value === 'string' ? value : '';
  return (
    <Input
      {...input}
      value={typing ?? shown}
      autoComplete="off"
      inputMode="decimal"
      suffix="元"
      onChange={({ target }) => {
        setTyping(target.value);
        onChange(target.value.trim() === '' ? undefined : (parseYuan(target.value) ?? target.value));
      }}
      onBlur={() => {
        setTyping(null);
        onBlur();
      }}
    />
  );
}
