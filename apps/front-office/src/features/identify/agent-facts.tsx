import type { CaseDetail } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { Mark, Masked } from '@onewindow/ui';
import { RELATION_LABELS } from './agent-words.js';
import { Fact, Presence, revealOf } from './facts.js';

export interface AgentFactsProps {
  detail: CaseDetail;
  agent: NonNullable<CaseDetail['agent']>;
}

/** The agent and the authority: what shows it, for what, until when. */
export function AgentFacts({ detail, agent }: AgentFactsProps) {
  const today = shanghaiDateOf(new Date());
  const hasEnded = agent.validUntil !== null && agent.validUntil < today;
  const until = agent.validUntil === null ? '' : hasEnded ? `，${agent.validUntil} 已过期` : `，至 ${agent.validUntil}`;
  return (
    <>
      <Fact term="代理人">
        {agent.name}
        {agent.relation ? <span className="ow-secondary">{RELATION_LABELS[agent.relation]}</span> : null}
        <Presence detail={detail} who="agent" />
      </Fact>
      <Fact term="其证件号">
        <Masked value={agent.identityMasked} label="代理人证件号" onReveal={revealOf(detail.id, 'agentIdentity')} />
      </Fact>
      {agent.phoneMasked ? (
        <Fact term="其手机">
          <Masked value={agent.phoneMasked} label="代理人手机号" onReveal={revealOf(detail.id, 'agentPhone')} />
        </Fact>
      ) : null}
      <Fact term="授权">
        <span className={`fo-check fo-check-${hasEnded ? 'red' : 'green'}`}>
          <Mark tone={hasEnded ? 'red' : 'green'} />
          <span>{`${agent.authority}${agent.scope ? `，${agent.scope}` : ''}${until}`}</span>
        </span>
      </Fact>
    </>
  );
}
