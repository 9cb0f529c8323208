import { useCommand } from '@onewindow/api-client';
import type { CorrectionView } from '@onewindow/contracts';
import { CORRECTION_STATUS_LABELS, isCorrectionAwaited, type IsoDate } from '@onewindow/domain';
import { Button, Chip, Clock, forgetWords, formatDay, formatMoment, useKeptWords } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { api } from '../../../app/api.js';
import { ProblemBar } from '../../../app/problem-bar.js';
import { type Unsent, useWriting } from '../../../app/unsent-words.js';
import { refreshTasks } from '../desk.queries.js';
import { broughtWords } from './point-words.js';
import './corrections.css';

/** One request: who asked, by which day, and of each thing what came of it. */
export function CorrectionStatus({ one, today }: { one: CorrectionView; today: IsoDate }) {
  return (
    <section className="bo-correction" aria-label={`${formatMoment(one.askedAt, today)} 要求补正`}>
      <p className="bo-correction-head">
        <span>
          {formatMoment(one.askedAt, today)} {one.askedBy.name}要求，{formatDay(one.dueOn, today)} 前{pauseWords(one)}
        </span>
        {one.clock ? <Clock clock={one.clock} /> : <Chip tone="neutral">{CORRECTION_STATUS_LABELS[one.status]}</Chip>}
      </p>
      <ul>
        {one.points.map((point) => (
          <li key={`${point.kind}-${point.key}`}>
            <b>{point.name}</b>
            <span className="ow-secondary">{point.reason}</span>
            {point.brought ? (
              <Chip tone="green">{broughtWords(point)}</Chip>
            ) : isCorrectionAwaited(one.status) ? (
              <Chip tone="yellow">未到</Chip>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** R3.3: where the item names a basis, the clocks of the case stand still while the corrections are awaited. */
function pauseWords({ stopsClock, status }: CorrectionView): string {
  if (!stopsClock) return isCorrectionAwaited(status) ? '，时限照常计算' : '';
  return isCorrectionAwaited(status) ? '，停止计时' : '，期间停止计时';
}

interface WithdrawCorrectionProps {
  one: CorrectionView;
  unsent: Unsent;
  onDone: (words: string) => void;
}

/** 撤回: the applicant need not bring it any more; it asks why. */
export function WithdrawCorrection({ one, unsent, onDone }: WithdrawCorrectionProps) {
  const client = useQueryClient();
  const about = `${one.id}:withdraw`;
  const [reason, setReason] = useKeptWords(about);
  const command = useCommand(
    (words: string, keyedBy) =>
      api.withdrawCorrections({ params: { id: one.id }, body: { reason: words } }, keyedBy({ id: one.id, words })),
    {
      onDone: () => {
        forgetWords(about);
        onDone('已撤回补正要求，请告知申请人。');
      },
    },
  );
  const words = reason.trim();
  useWriting(unsent, reason !== '');
  const told = command.isPending ? null : unsent.told;
  return (
    <>
      <span className="bo-correction-withdraw">
        <Input
          value={reason}
          maxLength={300}
          aria-label="撤回补正要求的理由"
          placeholder="不用补正了，写理由"
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          label="撤回"
          kind="danger"
          disabled={words === '' || told !== null}
          busy={command.isPending}
          onClick={() => command.mutate(words)}
        />
      </span>
      {told}
      {command.error && told === null ? (
        <ProblemBar
          problem={command.error}
          onRefresh={() => {
            command.reset();
            void refreshTasks(client, one.caseId);
          }}
          onRetry={() => command.mutate(words)}
          onClose={command.reset}
        />
      ) : null}
    </>
  );
}
