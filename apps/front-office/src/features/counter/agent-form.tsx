import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { checkNumber, type NumberCheck } from './applicant-entry.js';
import { CheckLine } from './check-line.js';
import type { AgentInput } from './draft-edits.js';
import { FieldRow } from '../../app/field-row.js';

/** The id of an agent's field. */
export const agentFieldId = (field: string) => `fo-agent-${field}`;

export interface AgentFormProps {
  today: string;
  /** A complete agent after each change. */
  onComplete: (agent: AgentInput) => void;
  onDone: () => void;
}

const FIELDS = ['name', 'identityNumber', 'authority', 'phone'] as const;
const LABELS = { name: '代理人', identityNumber: '其身份证', authority: '授权', phone: '手机' } as const;

/** 代理人 with the authority under which they act. */
export function AgentForm({ today, onComplete, onDone }: AgentFormProps) {
  const [entry, setEntry] = useState({ name: '', identityNumber: '', authority: '', phone: '' });
  const check = checkNumber('idCard', entry.identityNumber, today);

  function lacking(of: typeof entry): (typeof FIELDS)[number] | undefined {
    return FIELDS.find(
      (f) => f !== 'phone' && (of[f].trim() === '' || (f === 'identityNumber' && checkNumber('idCard', of[f], today).state !== 'ok')),
    );
  }
  function change(field: (typeof FIELDS)[number], value: string) {
    const next = { ...entry, [field]: value };
    setEntry(next);
    if (lacking(next)) return;
    const { phone, ...rest } = next;
    onComplete({
      ...rest,
      identityNumber: rest.identityNumber.replace(/\s/g, '').toUpperCase(),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    });
  }
  function next(event: FormEvent) {
    event.preventDefault();
    const gap = lacking(entry);
    if (gap) document.getElementById(agentFieldId(gap))?.focus();
    else onDone();
  }

  return (
    <form className="fo-fields fo-fields-agent" onSubmit={next} aria-label="代理人">
      {FIELDS.map((field) => (
        <FieldRow
          key={field}
          label={LABELS[field]}
          id={agentFieldId(field)}
          required={field !== 'phone'}
          note={field === 'identityNumber' ? <AgentNote check={check} length={entry.identityNumber.length} /> : null}
        >
          {(ids) => (
            <Input
              {...ids}
              size="small"
              value={entry[field]}
              autoFocus={field === 'name'}
              autoComplete="off"
              placeholder={field === 'authority' ? '授权委托书，至 2026-12-31' : undefined}
              onChange={(event) => change(field, event.target.value)}
            />
          )}
        </FieldRow>
      ))}
      <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
        记下代理人
      </button>
    </form>
  );
}

function AgentNote({ check, length }: { check: NumberCheck; length: number }) {
  return length < 18 && check.state === 'bad' ? null : <CheckLine check={check} />;
}
