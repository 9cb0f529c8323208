import type { CaseMaterial } from '@onewindow/contracts';
import { shanghaiDateOf, validThroughOf } from '@onewindow/domain';
import { Input } from 'antd';
import { useState } from 'react';
import './materials.css';

export interface MaterialDatesProps {
  material: CaseMaterial;
  /** Calendar months for which it holds. */
  validMonths: number;
  onDate: (issuedOn: string) => void;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** 出具日期 of a paper that expires; how long it holds is counted at once (R7). */
export function MaterialDates({ material, validMonths, onDate }: MaterialDatesProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const today = shanghaiDateOf(new Date());
  const value = typed ?? material.issuedOn ?? '';
  const isWhole = DATE.test(value);
  const through = isWhole ? validThroughOf(value, validMonths) : (material.validThrough ?? null);
  const isOver = through !== null && through < today;
  const commit = () => {
    if (isWhole && value !== material.issuedOn && value <= today) onDate(value);
    setTyped(null);
  };
  return (
    <label className="fo-material-line fo-material-dates" onClick={(event) => event.stopPropagation()}>
      <span>出具日期</span>
      <Input
        size="small"
        type="date"
        max={today}
        value={value}
        aria-label={`${material.name}出具日期`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
      <span className={isOver ? 'fo-material-over' : 'ow-secondary'}>
        {through === null ? `${validMonths} 个月内有效，填出具日期` : isOver ? `${through} 已过期，换交有效的` : `有效至 ${through}`}
      </span>
    </label>
  );
}
