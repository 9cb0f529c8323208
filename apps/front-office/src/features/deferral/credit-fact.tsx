import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { dateWords, shanghaiDateOf } from '@onewindow/domain';
import { Chip, Mark, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { creditWords } from './deferral-words.js';
import { deferralQuery } from './deferral.queries.js';
import './deferral.css';

const TONES = { A: 'green', B: 'green', C: 'red' } as const;

/** 信用等级 in the applicant's pane: the grade, what it lets follow, and the promises that were not kept (R4.1, R4.4). */
export function CreditFact({ detail, definition }: { detail: CaseDetail; definition: ItemDefinition }) {
  const { data: view } = useQuery(deferralQuery(detail, definition));
  const today = shanghaiDateOf(useNow());
  const credit = view?.credit;
  if (!view || !credit) return <span className="ow-secondary">—</span>;
  const { grade, deferralClosed, unkept, grades } = credit;
  const last = grades[0];
  return (
    <span className="fo-credit">
      {grade === null ? (
        <Chip tone="neutral" shape="none" ground="outline">
          未评级
        </Chip>
      ) : (
        <Chip tone={TONES[grade]} shape="none">{`${grade} 级`}</Chip>
      )}
      <span className={deferralClosed ? 'fo-credit-closed' : 'ow-secondary'}>{creditWords(view)}</span>
      {unkept
        .filter((one) => one.liftedAt === null)
        .slice(0, 2)
        .map((one) => (
          <span key={`${one.caseNo}${one.materialName}`} className="fo-credit-line fo-credit-closed">
            <Mark tone="yellow" />
            {`${one.materialName}承诺 ${dateWords(one.dueOn, today)} 补交，${one.arrivedOn === null ? '未交' : `${dateWords(one.arrivedOn, today)} 才交`}`}
          </span>
        ))}
      {(credit.untrue ?? []).slice(0, 2).map((one) => (
        <span key={`${one.caseNo}${one.materialName}`} className="fo-credit-line fo-credit-closed">
          <Mark tone="yellow" />
          {`${one.materialName}的承诺 ${dateWords(one.checkedOn, today)} 核查不实`}
        </span>
      ))}
      {last ? (
        <span className="fo-credit-line ow-secondary ow-small">{`${last.source}，${dateWords(last.gradedOn, today)} 评定`}</span>
      ) : null}
    </span>
  );
}
