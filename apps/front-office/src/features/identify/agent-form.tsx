import type { EarlierAgent } from '@onewindow/contracts';
import { Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { FieldRow } from '../../app/field-row.js';
import { agentEntryOf, agentGaps, toAgentInput, type AgentEntry, type AgentField, type AgentInput } from './agent-entry.js';
import { readAuthorityEnd, RELATION_LABELS } from './agent-words.js';
import { agentFieldId } from './applicant-fields.js';
import { checkNumber, phoneFault } from './applicant-entry.js';
import { CheckLine } from './check-line.js';
import { EarlierAgents } from './earlier-agents.js';

export interface AgentFormProps {
  today: string;
  /** What is typed so far; a card that is read fills the number in. */
  entry: AgentEntry;
  onEntry: (entry: AgentEntry) => void;
  /** Who acted for this applicant before. */
  earlier: readonly EarlierAgent[];
  /** A complete agent after each change. */
  onComplete: (agent: AgentInput) => void;
  onDone: () => void;
}

type TextField = Exclude<AgentField, 'relation'>;

const LABELS = {
  name: '代理人',
  identityNumber: '其身份证',
  authority: '授权文书',
  scope: '委托权限',
  validUntil: '委托期限',
  phone: '手机',
} as const satisfies Record<TextField, string>;
const HINTS: Partial<Record<TextField, string>> = { authority: '授权委托书', scope: '提交、补正、领取', validUntil: '委托书上的截止日' };
/** Fields whose value is checked as it is typed. */
const NOTED: ReadonlySet<TextField> = new Set(['identityNumber', 'validUntil', 'phone']);
const REQUIRED: ReadonlySet<TextField> = new Set(['name', 'identityNumber', 'authority']);

/** 代理人 with the authority under which they act: what it is, for what, until when. */
export function AgentForm({ today, entry, onEntry, earlier, onComplete, onDone }: AgentFormProps) {
  const [typing, setTyping] = useState<TextField | null>(null);
  function take(next: AgentEntry) {
    onEntry(next);
    if (agentGaps(next, today).length === 0) onComplete(toAgentInput(next, today));
  }
  function next(event: FormEvent) {
    event.preventDefault();
    const gap = agentGaps(entry, today)[0];
    if (gap) document.getElementById(agentFieldId(gap))?.focus();
    else onDone();
  }
  const row = (field: TextField) => (
    <FieldRow
      label={LABELS[field]}
      id={agentFieldId(field)}
      required={REQUIRED.has(field)}
      note={NOTED.has(field) ? <FieldNote field={field} entry={entry} today={today} isTyping={typing === field} /> : null}
    >
      {(ids) => (
        <Input
          {...ids}
          size="small"
          value={entry[field]}
          autoFocus={field === 'name'}
          autoComplete="off"
          placeholder={knownNumber(entry, field) ?? HINTS[field]}
          onFocus={() => setTyping(field)}
          onBlur={() => setTyping(null)}
          onChange={(event) => take({ ...entry, [field]: event.target.value })}
        />
      )}
    </FieldRow>
  );
  return (
    <form className="fo-fields fo-fields-agent" onSubmit={next} aria-label="代理人">
      <EarlierAgents
        agents={earlier}
        onChoose={(agent) => {
          take(agentEntryOf(agent, agent.caseId));
          document.getElementById(agentFieldId('validUntil'))?.focus();
        }}
      />
      {row('name')}
      {row('identityNumber')}
      <FieldRow label="关系" id={agentFieldId('relation')} required>
        {(ids) => (
          <Select
            {...ids}
            size="small"
            className="fo-relation"
            placeholder="选择"
            value={entry.relation}
            options={Object.entries(RELATION_LABELS).map(([value, label]) => ({ value, label }))}
            onChange={(relation: AgentEntry['relation']) => take({ ...entry, relation })}
          />
        )}
      </FieldRow>
      {row('authority')}
      {row('scope')}
      {row('validUntil')}
      {row('phone')}
      <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
        记下代理人
      </button>
    </form>
  );
}

/** The number that is kept already stands in its field, masked, until another is typed. */
function knownNumber({ known, name }: AgentEntry, field: TextField): string | undefined {
  if (known === null || known.name !== name.trim()) return undefined;
  if (field === 'identityNumber') return known.identityMasked;
  return field === 'phone' ? (known.phoneMasked ?? undefined) : undefined;
}

interface FieldNoteProps {
  field: TextField;
  entry: AgentEntry;
  today: string;
  isTyping: boolean;
}

function FieldNote({ field, entry, today, isTyping }: FieldNoteProps) {
  if (field === 'phone') {
    const fault = phoneFault(entry.phone, isTyping);
    return fault && <CheckLine check={fault} />;
  }
  if (field === 'validUntil') {
    const end = readAuthorityEnd(entry.validUntil, today);
    // While it is being typed it is not yet wrong.
    const isWhole = entry.validUntil.replace(/\D/g, '').length >= 8;
    return end.reason === null || (end.state === 'bad' && !isWhole) ? null : <CheckLine check={{ state: end.state, reason: end.reason }} />;
  }
  const check = checkNumber('idCard', entry.identityNumber, today);
  return entry.identityNumber.length < 18 && check.state === 'bad' ? null : <CheckLine check={check} />;
}
