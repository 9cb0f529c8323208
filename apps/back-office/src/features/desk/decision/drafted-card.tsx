import type { DraftedDecision } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { formatMoment, Mark } from '@onewindow/ui';

const WORDS = { grant: '准予', deny: '不予许可' } as const satisfies Record<DraftedDecision['decision'], string>;

/** 拟办: what the officers before propose, the newest first. It binds nobody. */
export function DraftedCards({ drafts, today }: { drafts: readonly DraftedDecision[]; today: IsoDate }) {
  if (drafts.length === 0) return null;
  return (
    <ul className="bo-drafted" aria-label="拟办意见">
      {drafts.map(({ taskId, decision, reason, opinion, by, at, stepName }) => (
        <li key={taskId}>
          <p>
            <span className="bo-drafted-badge">拟</span>
            <Mark tone={decision === 'grant' ? 'green' : 'red'} />
            <strong>{WORDS[decision]}</strong>
            <span className="ow-small ow-secondary">
              {stepName} {by.name} {formatMoment(at, today)}
            </span>
          </p>
          {reason ? <p className="bo-drafted-words">理由：{reason}</p> : null}
          <p className="bo-drafted-words">意见：{opinion}</p>
        </li>
      ))}
    </ul>
  );
}
