import type { ReusableMaterial } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, TrustBadge, useKeys } from '@onewindow/ui';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { offerFacts, type OfferState } from './reuse-words.js';
import type { Assurance } from './use-reuse.js';

export interface OfferRowProps {
  offer: ReusableMaterial;
  state: OfferState;
  today: IsoDate;
  editable: boolean;
  shown: boolean;
  /** The material for which its assurance is asked, or null. */
  askingFor: string | null;
  busy: boolean;
  onPreview: () => void;
  onUse: (code: string) => void;
  onAssure: (code: string, assurance: Assurance) => void;
  onStopAsking: () => void;
  onOpen: (code: string) => void;
}

/** One offer: its level, what it is, what it can do here. A press on its name shows it. */
export function OfferRow(props: OfferRowProps) {
  const { offer, state, today, shown, askingFor, onPreview } = props;
  const name = offer.holderName === null ? offer.name : `${offer.name}·${offer.holderName}`;
  return (
    <li
      className={shown ? 'fo-offer fo-offer-shown' : 'fo-offer'}
      // What is asked must be in sight with what it is asked of.
      ref={(row) => (askingFor === null ? undefined : row?.scrollIntoView({ block: 'nearest' }))}
    >
      <TrustBadge level={offer.trustLevel} />
      <div className="fo-offer-words">
        <div className="fo-offer-line">
          <button type="button" className="fo-offer-name" onClick={onPreview} disabled={offer.files.length === 0} title={name}>
            {name}
          </button>
          <OfferAction {...props} />
        </div>
        <div className="ow-secondary ow-small">{offerFacts(offer, today)}</div>
        {askingFor !== null && state.kind === 'free' ? <AssuranceLine {...props} code={askingFor} /> : null}
      </div>
    </li>
  );
}

function OfferAction({ state, editable, busy, askingFor, onUse, onOpen }: OfferRowProps) {
  switch (state.kind) {
    case 'used':
      return (
        <button type="button" className="ow-link ow-small" onClick={() => onOpen(state.code)}>
          已用于 {state.number}
        </button>
      );
    case 'free':
      if (!editable || askingFor !== null) return null;
      return <Button size="small" label={`用于 ${state.number}`} disabled={busy} onClick={() => onUse(state.code)} />;
    case 'taken':
      return <span className="ow-secondary ow-small">{state.number} 已有材料</span>;
    case 'expired':
      return <span className="ow-secondary ow-small">已过期，不能用</span>;
    case 'unasked':
      return <span className="ow-secondary ow-small">本件不要求</span>;
  }
}

/** R7: C wants the original before the clerk, D the applicant's word; ticked, then used. */
function AssuranceLine({ offer, busy, code, onAssure, onStopAsking }: OfferRowProps & { code: string }) {
  const [assured, setAssured] = useState(false);
  const isOriginal = offer.rule === 'checkOriginal';
  const send = () => {
    if (assured) onAssure(code, isOriginal ? { originalSeen: true } : { committed: true });
  };
  useKeys({ Escape: { label: '不复用', run: onStopAsking, hidden: true } }, { title: '复用', scope: 'panel' });
  return (
    <form
      className="fo-offer-assurance"
      aria-label={`${offer.name}复用前确认`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Checkbox autoFocus checked={assured} onChange={(event) => setAssured(event.target.checked)}>
        {isOriginal ? '已核原件，一致' : '申请人已承诺内容真实'}
      </Checkbox>
      <Button size="small" label="复用" keys="Enter" printOnly submit disabled={!assured || busy} onClick={() => undefined} />
    </form>
  );
}
