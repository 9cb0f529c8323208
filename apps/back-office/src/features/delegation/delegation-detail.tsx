import { useCommand } from '@onewindow/api-client';
import type { DelegationView } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { ActionButton, formatMoment, Pane } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { daysWords, STATE_WORDS } from './delegation-words.js';

export interface DelegationDetailProps {
  delegation: DelegationView;
  today: IsoDate;
  onEnded: (ended: DelegationView) => void;
  onRefresh: () => void;
}

/** One delegation, with the key that ends it before its last day. */
export function DelegationDetail({ delegation, today, onEnded, onRefresh }: DelegationDetailProps) {
  const { id, principal, delegate, reason, authority, state, madeBy, madeAt, endedAt, openTasks, actions } = delegation;
  const end = useCommand((_: undefined, keyedBy) => api.endDelegation({ params: { id } }, keyedBy({ end: id })), { onDone: onEnded });
  const offer = actions.find(({ action }) => action === 'end');
  const facts = [
    ['状态', STATE_WORDS[state]],
    ['日期', daysWords(delegation, today)],
    ['事由', reason],
    ...(authority ? [['授权文书', authority]] : []),
    [`${principal.name}手上`, `${openTasks} 件`],
    ['办理', `${madeBy.name} ${formatMoment(madeAt, today)}`],
    ...(endedAt ? [['提前结束', formatMoment(endedAt, today)]] : []),
  ];
  return (
    <Pane
      title={`${principal.name}（${delegate.name}代）`}
      inset
      foot={
        <>
          <span className="bo-spacer" />
          {offer ? (
            <ActionButton action={offer} label="结束代理" keys="D" kind="danger" busy={end.isPending} onAct={() => end.mutate(undefined)} />
          ) : (
            <span className="ow-secondary ow-small">结束代理由本人或首席代表办理</span>
          )}
        </>
      }
    >
      {end.error ? <ProblemBar problem={end.error} onRefresh={onRefresh} onClose={end.reset} /> : null}
      <dl className="bo-delegation-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}
