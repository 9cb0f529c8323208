import type { CaseSummary } from '@onewindow/contracts';
import { dateWords, isInReview, maskPersonName, shanghaiDateOf, type IsoDate } from '@onewindow/domain';
import { CaseMarks, CaseStatusTag, Clock, formatCaseNo, ListRow, TwoLines } from '@onewindow/ui';
import { NameWithNumber } from '../../app/name-with-number.js';

export interface CaseRowProps {
  row: CaseSummary;
  today: IsoDate;
  current: boolean;
  onOpen: () => void;
}

/** One case in the list: who, what, where it stands, what remains. */
export function CaseRow({ row, today, current, onOpen }: CaseRowProps) {
  const clock = row.clocks.promised ?? row.clocks.statutory;
  const isRunning = isInReview(row.status);
  return (
    <ListRow label={row.title} height={50} focused={current} onOpen={onOpen}>
      <button type="button" className="fo-row-button" onClick={onOpen}>
        <TwoLines
          first={<NameWithNumber name={nameOf(row)} identityMasked={row.applicantIdentityMasked} />}
          second={`${row.caseNo ? formatCaseNo(row.caseNo) : '未编号'} ${row.itemName}`}
          strong={current}
        />
      </button>
      <span className="fo-row-right">
        <span className="fo-case-marks">
          <CaseMarks {...row} short />
          <CaseStatusTag status={row.status} />
        </span>
        <span className="ow-secondary ow-small">
          {isRunning ? (
            <Clock clock={clock} paused={row.paused !== null} width="narrow" />
          ) : row.receivedAt ? (
            dateWords(shanghaiDateOf(row.receivedAt), today)
          ) : (
            ''
          )}
        </span>
      </span>
    </ListRow>
  );
}

/** The subject with the applicant; a title that only repeats the applicant's name, open or masked, is left out. */
function nameOf({ title, applicantName, itemName }: CaseSummary): string {
  if (applicantName === '') return title === itemName ? '未填申请人' : title;
  const repeats = title === applicantName || title === maskPersonName(applicantName) || title === itemName;
  return repeats ? applicantName : `${title}·${applicantName}`;
}
