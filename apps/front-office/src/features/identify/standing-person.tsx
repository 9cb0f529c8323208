import { problemOf } from '@onewindow/api-client';
import { maskIdentityNumber, readScan, shanghaiDateOf } from '@onewindow/domain';
import { Kbd, Mark, Pane, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { checkNumber, type NumberCheck } from './applicant-entry.js';
import { CheckLine } from './check-line.js';
import { licenceCounts } from './glance-words.js';
import { useCard } from './use-card.js';
import { awaitStanding, setStanding, useStanding } from './use-standing.js';
import './identify.css';

const FIELD_ID = 'fo-standing-number';

/** Who stands there before an item is chosen: read or typed once, brought along to the draft. */
export function StandingPerson() {
  const today = shanghaiDateOf(new Date());
  const standing = useStanding();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<NumberCheck | null>(null);
  const [busy, setBusy] = useState(false);

  async function identify(identityType: 'idCard' | 'creditCode', identityNumber: string) {
    const isLatest = awaitStanding();
    setBusy(true);
    setProblem(null);
    try {
      const found = await api.identifyApplicant({ body: { identityType, identityNumber } });
      if (!isLatest()) return;
      setStanding({ identityType, identityNumber, found });
      setTyped('');
      if (!found.check.ok) setProblem({ state: 'warn', reason: found.check.reason });
    } catch (error) {
      if (isLatest()) setProblem({ state: 'bad', reason: problemOf(error).message });
    } finally {
      setBusy(false);
    }
  }
  const card = useCard({
    today,
    onType: () => document.getElementById(FIELD_ID)?.focus(),
    onPerson: ({ kind, number, check }) => {
      if (check.state === 'bad') setProblem({ state: 'bad', reason: check.reason });
      else void identify(kind === 'identityNumber' ? 'idCard' : 'creditCode', number);
      return true;
    },
  });
  useKeys({ F4: { label: '读卡', run: card.read } }, { title: '申请人', scope: 'pane' });

  const number = typed.replace(/\s/g, '').toUpperCase();
  const check = number.length < 18 ? null : checkNumber(typeOf(number, today), number, today);
  const shown = card.words ?? problem ?? (check?.state === 'ok' ? null : check);
  return (
    <Pane
      size="fit"
      title="申请人"
      inset
      right={
        <>
          <button type="button" className="ow-link" onClick={card.read}>
            {card.isReading ? '正在读卡' : '读卡'}
          </button>
          <Kbd keys="F4" />
        </>
      }
    >
      <form
        className="fo-standing"
        aria-label="认人"
        onSubmit={(event) => {
          event.preventDefault();
          if (check && check.state !== 'bad' && check.state !== 'empty' && !busy) void identify(typeOf(number, today), number);
        }}
      >
        {standing ? (
          <StandingFacts />
        ) : (
          <Input
            id={FIELD_ID}
            size="small"
            data-ow-scan
            aria-label="证件号或信用代码"
            placeholder="读卡、扫码，或输入证件号后回车"
            autoComplete="off"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div role="status">{shown ? <CheckLine check={shown} /> : null}</div>
        <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
          认人
        </button>
      </form>
    </Pane>
  );
}

function typeOf(number: string, today: string): 'idCard' | 'creditCode' {
  return readScan(number, today).kind === 'identityNumber' ? 'idCard' : 'creditCode';
}

function StandingFacts() {
  const standing = useStanding();
  if (!standing) return null;
  const { applicant, registry, earlierCounts, licences } = standing.found;
  const name = applicant?.name ?? registry?.name;
  const number = standing.identityType === 'creditCode' ? standing.identityNumber : maskIdentityNumber(standing.identityNumber);
  return (
    <>
      <p className="ow-plain">
        <strong>{name ?? '首次来办'}</strong> <span className="ow-secondary">{number}</span>
      </p>
      <p className="fo-check fo-check-green">
        <Mark tone="green" />
        <span>{`来过 ${earlierCounts.received} 次${licences.length > 0 ? `，证照${licenceCounts(licences)}` : ''}。选事项后带入`}</span>
      </p>
      <button type="button" className="ow-link ow-small fo-standing-clear" onClick={() => setStanding(null)}>
        换人
      </button>
    </>
  );
}
