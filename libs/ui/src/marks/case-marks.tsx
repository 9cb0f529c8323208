import type { ClockValue } from './clock.js';
import { clockWords } from '@onewindow/domain';
import { Chip } from './chip.js';

export interface CaseMarksProps {
  /** R10.5: number of the paper on which it was taken during an outage. */
  outageNo: string | null;
  /** R2.4: silence accepted it. */
  deemed: boolean;
  /** R2.3: what remains of the five days within which a received case must be answered. */
  fuse: Pick<ClockValue, 'remaining' | 'light' | 'provisional'> | null;
  /** In the rows of a list: without the paper's number, and the fuse in few words. */
  short?: boolean;
}

/** What is out of the ordinary about a case, beside its name wherever it is shown: 停机补录, 视为受理, and the fuse of a received one. */
export function CaseMarks({ outageNo, deemed, fuse, short = false }: CaseMarksProps) {
  return (
    <>
      {outageNo === null ? null : (
        <Chip tone="neutral" ground="outline" shape="none">
          {short ? '停机补录' : `停机补录 ${outageNo}`}
        </Chip>
      )}
      {deemed ? <Chip tone="yellow">{short ? '视为受理' : '逾期视为受理'}</Chip> : null}
      {fuse === null ? null : (
        <Chip tone={fuse.light}>{`答复${clockWords(fuse.remaining)[short ? 'short' : 'long']}${fuse.provisional ? '（暂定）' : ''}`}</Chip>
      )}
    </>
  );
}
