import type { CaseMaterial } from '@onewindow/contracts';
import { shanghaiDateOf, validThroughOf } from '@onewindow/domain';
import { DayInput } from '@onewindow/ui';
import './materials.css';

export interface MaterialDatesProps {
  material: CaseMaterial;
  /** Calendar months for which it holds. */
  validMonths: number;
  onDate: (issuedOn: string) => void;
}

/** 出具日期 of a paper that expires; how long it holds is counted at once (R7). */
export function MaterialDates({ material, validMonths, onDate }: MaterialDatesProps) {
  const today = shanghaiDateOf(new Date());
  const { issuedOn, validThrough } = material;
  const through = issuedOn ? validThroughOf(issuedOn, validMonths) : (validThrough ?? null);
  const isOver = through !== null && through < today;
  return (
    <label className="fo-material-line fo-material-dates" onClick={(event) => event.stopPropagation()}>
      <span>出具日期</span>
      <span className="fo-material-day">
        <DayInput
          size="small"
          when="left"
          label={`${material.name}出具日期`}
          value={issuedOn ?? null}
          max={today}
          onDay={(day) => {
            if (day !== null) onDate(day);
          }}
        />
      </span>
      <span className={isOver ? 'fo-material-over' : 'ow-secondary'}>
        {through === null ? `${validMonths} 个月内有效，填出具日期` : isOver ? `${through} 已过期，换交有效的` : `有效至 ${through}`}
      </span>
    </label>
  );
}
