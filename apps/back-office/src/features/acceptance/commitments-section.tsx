import { useCommand } from '@onewindow/api-client';
import type { CommitmentToCheck, Endpoints, ResponseOf } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import { ActionButton, forgetWords, formatCaseNo, Pane, useKeptWords } from '@onewindow/ui';
import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import type { Unsent } from '../../app/unsent-words.js';
import { COMMITMENTS_SHEET } from './acceptance-sheets.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { ReasonField } from './reason-field.js';
import { itemsOf, Section } from './section.js';

export interface CommitmentsSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listCommitments']>>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

/** 承诺核查: what was promised in place of a proof, until the department has checked it; what was untrue stays on the applicant's record. */
export function CommitmentsSection({ query, row, onRow, today }: CommitmentsSectionProps) {
  return (
    <Section
      title="告知承诺核查"
      order="早的在前"
      noun="承诺"
      items={itemsOf(query)}
      rowOf={(one) => ({
        key: `${one.caseId}:${one.code}`,
        first: `${one.applicantName}·${one.materialName}`,
        second: `${one.itemName}·${one.hall.name}`,
        right: `${dateWords(one.promisedOn, today)} 承诺，已 ${one.waitingDays} 个工作日`,
      })}
      row={row}
      onRow={onRow}
      query={query}
      total={query.data?.pages[0]?.total}
      sheet={COMMITMENTS_SHEET}
      empty="承诺都核查过了。"
      detail={(shown, onDone, unsent, settled) => (
        <Checking key={`${shown.caseId}:${shown.code}`} shown={shown} today={today} unsent={unsent} settled={settled} onDone={onDone} />
      )}
      today={today}
    />
  );
}

interface CheckingProps {
  shown: CommitmentToCheck;
  today: IsoDate;
  unsent: Unsent;
  /** False while it has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
}

type Outcome = 'true' | 'untrue';

function Checking({ shown, today, unsent, settled, onDone }: CheckingProps) {
  const client = useQueryClient();
  const about = `${shown.caseId}:${shown.code}:check`;
  const [finding, setFinding] = useKeptWords(about);
  const words = finding.trim();
  const params = { id: shown.caseId, code: shown.code };
  const readAnew = () => void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
  const check = useCommand(
    (outcome: Outcome, keyedBy) => {
      const body = { outcome, finding: words };
      return api.checkCommitment({ params, body }, keyedBy({ ...params, body }));
    },
    {
      onDone: ({ outcome }) => {
        forgetWords(about);
        onDone(`${shown.applicantName} 的${shown.materialName}承诺已记${outcome === 'true' ? '属实' : '不实，记入申请人'}。`);
        readAnew();
      },
    },
  );
  const action = shown.actions.find((one) => one.action === 'commitment.check');
  const told = check.isPending ? null : unsent.told;
  const hindrance = told !== null ? { hindrance: '已先办' } : words === '' ? { hindrance: '先写怎样核查、结果如何' } : {};
  return (
    <Pane
      size="fit"
      title={shown.applicantName}
      words={formatCaseNo(shown.caseNo)}
      right={shown.itemName}
      inset
      foot={
        <>
          <ActionButton
            action={action}
            label="核查属实"
            kind="primary"
            keys="Ctrl+Enter"
            busy={check.isPending || !settled}
            {...hindrance}
            onAct={() => check.mutate('true')}
          />
          <ActionButton
            action={action}
            label="核查不实，记入申请人"
            kind="danger"
            reasonAt="elsewhere"
            busy={check.isPending || !settled}
            {...hindrance}
            onAct={() => check.mutate('untrue')}
          />
        </>
      }
    >
      <div className="bo-acceptance-form">
        {check.error && told === null ? <ProblemBar problem={check.error} onRefresh={readAnew} onClose={check.reset} /> : null}
        <p>
          <strong>{shown.materialName}</strong>
          {`以承诺代替，${dateWords(shown.promisedOn, today)} 签署：${shown.words}`}
        </p>
        <ReasonField
          id="bo-commitment-finding"
          label="怎样核查，结果如何"
          maxLength={500}
          value={finding}
          unsent={{ ...unsent, told }}
          onChange={setFinding}
        />
      </div>
    </Pane>
  );
}
