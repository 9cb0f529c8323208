import type { AddressValue } from '@onewindow/domain';
import { isRecord } from '@onewindow/domain';
import { Input, Select } from 'antd';
import type { PlainInputProps } from './number-input.js';

/** A region that an address may name. */
export interface RegionOption {
  code: string;
  name: string;
  parentCode: string | null;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Region, street, and the rest by hand. The street is chosen among those of the region; an only region is chosen already. */
export function AddressInput({
  id,
  value,
  regions,
  disabled,
  status,
  onChange,
  onBlur,
  title,
}: PlainInputProps & { regions: readonly RegionOption[]; title: string }) {
  const given: Partial<Record<keyof AddressValue, unknown>> = isRecord(value) ? value : {};
  const districts = regions.filter(({ parentCode }) => parentCode === null);
  const region = textOf(given.region) || (districts.length === 1 ? (districts[0]?.code ?? '') : '');
  const streets = regions.filter(({ parentCode }) => parentCode === region);
  const nameOf = (code: string) => regions.find((one) => one.code === code)?.name ?? '';
  const set = (part: Partial<AddressValue>) => {
    const next = { region, street: textOf(given.street), detail: textOf(given.detail), ...part };
    if (part.region !== undefined && part.region !== region) next.street = '';
    const words = `${nameOf(next.region)}${nameOf(next.street)}`;
    const isEmpty = next.street === '' && next.detail === '';
    onChange(isEmpty ? undefined : { ...next, words });
  };
  // Until the regions have come a code would stand there instead of its name.
  const shown = (code: string) => (regions.length === 0 || code === '' ? undefined : code);
  const options = (list: readonly RegionOption[]) => list.map(({ code, name }) => ({ value: code, label: name }));
  const common = { disabled, onBlur, ...(status ? { status } : {}) };
  return (
    <div className="ow-field-address" role="group" aria-label={title}>
      <Select
        {...common}
        aria-label={`${title}，区`}
        value={shown(region)}
        placeholder="区"
        options={options(districts)}
        onChange={(code: string) => set({ region: code })}
      />
      <Select
        {...common}
        id={id}
        aria-label={`${title}，街道`}
        value={shown(textOf(given.street))}
        placeholder="街道"
        showSearch={{ optionFilterProp: 'label' }}
        options={options(streets)}
        onChange={(code: string) => set({ street: code })}
      />
      <Input
        {...common}
        aria-label={`${title}，路、门牌和房号`}
        value={textOf(given.detail)}
        placeholder="路、门牌和房号"
        autoComplete="off"
        onChange={({ target }) => set({ detail: target.value })}
      />
    </div>
  );
}
