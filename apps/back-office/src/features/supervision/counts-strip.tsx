import { Button, formatCount, Mark, SegmentedButtons, type Tone } from '@onewindow/ui';
import { AcceptanceLink } from '../acceptance/index.js';
import type { Overview } from './supervision.queries.js';
import {
  CLOCKS,
  COUNT_GROUPS,
  COUNT_LABELS,
  countGroupOf,
  figureFilter,
  type ClockName,
  type CountGroup,
  type StalledFilter,
} from './stalled-filter.js';

const TONES: Record<CountGroup, Tone | null> = { all: null, red: 'red', today: 'yellow', soon: 'yellow', green: 'green', paused: 'paused' };

export interface CountsStripProps {
  overview: Overview | undefined;
  filter: StalledFilter;
  onFilter: (filter: StalledFilter) => void;
  onExport: () => void;
  exporting: boolean;
}

/** The region at a glance: every number opens the cases that it counts. */
export function CountsStrip({ overview, filter, onFilter, onExport, exporting }: CountsStripProps) {
  const chosen = countGroupOf(filter);
  const show = (group: CountGroup) => onFilter(figureFilter(filter.clock, { departmentIds: [], buckets: COUNT_GROUPS[group] }));
  return (
    <div className="bo-strip" role="group" aria-label="在办总数">
      {(Object.keys(COUNT_GROUPS) as CountGroup[]).map((group) => {
        const tone = TONES[group];
        return (
          <button
            key={group}
            type="button"
            className={`bo-count bo-count-${group}`}
            aria-pressed={chosen === group}
            onClick={() => show(group)}
          >
            {tone ? <Mark tone={tone} /> : null}
            <span>{COUNT_LABELS[group]}</span>
            <strong>{overview ? formatCount(overview.counts[group]) : '–'}</strong>
          </button>
        );
      })}
      <span className="bo-spacer" />
      <AcceptanceLink />
      <span className="bo-strip-hint">按{CLOCKS.find(({ value }) => value === filter.clock)?.label}时限，工作日</span>
      <SegmentedButtons<ClockName>
        label="按哪个时限"
        options={CLOCKS}
        value={filter.clock}
        onChange={(clock) => onFilter({ ...filter, clock })}
      />
      <Button label="导出" keys="E" busy={exporting} onClick={onExport} />
    </div>
  );
}
