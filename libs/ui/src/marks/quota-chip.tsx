import { Chip } from './chip.js';

export interface QuotaChipProps {
  /** Deferred materials of this case. */
  used: number;
  /** How many the credit grade allows (R4.1). */
  limit: number;
  /** True when nothing may be deferred at all (grade C, or an unkept promise: R4.4). */
  barred?: boolean;
}

/** R4: how much of the deferral quota is used: 容缺 0/1, 容缺 1/1 已用满, 不可容缺. */
export function QuotaChip({ used, limit, barred = false }: QuotaChipProps) {
  if (barred) return <Chip tone="red">不可容缺</Chip>;
  if (limit > 0 && used >= limit) return <Chip tone="yellow">{`容缺 ${used}/${limit} 已用满`}</Chip>;
  return (
    <Chip tone="neutral" shape="none">
      {`容缺 ${used}/${limit}`}
    </Chip>
  );
}
