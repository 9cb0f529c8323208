import type { EarlierAgent } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { RELATION_LABELS } from './agent-words.js';

export interface EarlierAgentsProps {
  agents: readonly EarlierAgent[];
  onChoose: (agent: EarlierAgent) => void;
}

/** Who acted for this applicant before: one click, and no number is typed again. */
export function EarlierAgents({ agents, onChoose }: EarlierAgentsProps) {
  if (agents.length === 0) return null;
  return (
    <ul className="fo-earlier-agents" aria-label="以往代理人">
      {agents.map((agent) => (
        <li key={agent.caseId}>
          <button type="button" className="ow-link" onClick={() => onChoose(agent)}>
            {agent.name}
          </button>
          <span className="ow-secondary ow-small">
            {[agent.identityMasked, agent.relation ? RELATION_LABELS[agent.relation] : null, `上次 ${shanghaiDateOf(agent.lastActedAt)}`]
              .filter(Boolean)
              .join('·')}
          </span>
        </li>
      ))}
    </ul>
  );
}
