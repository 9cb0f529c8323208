import type { CaseMaterial, ReusableMaterial } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { Kbd, MessageBar, Pane, useKeys } from '@onewindow/ui';
import { OfferRow } from './offer-row.js';
import { stateOfOffer } from './reuse-words.js';
import type { Reuse } from './use-reuse.js';
import './materials.css';

export interface ReusablePaneProps {
  reuse: Reuse;
  materials: readonly CaseMaterial[];
  editable: boolean;
  /** Shows it in the right column. */
  onPreview: (offer: ReusableMaterial) => void;
  /** The offer that lies in the right column. */
  shown: string | null;
  onOpen: (code: string) => void;
}

/** 可复用材料: what the applicant handed in before or an agency issued; one press uses it, F6 all that need no assurance. */
export function ReusablePane({ reuse, materials, editable, onPreview, shown, onOpen }: ReusablePaneProps) {
  const { offers, plan, useAll, asking } = reuse;
  useKeys(editable && plan.length > 0 ? { F6: { label: `全部复用 ${plan.length} 份`, run: useAll } } : {}, { title: '可复用材料' });
  if (offers.length === 0 && reuse.failed === null) return null;
  const today = shanghaiDateOf(new Date());
  return (
    <Pane
      title="可复用材料"
      words={offers.length}
      style={{ flex: '1 0 auto' }}
      right={
        editable && plan.length > 0 ? (
          <>
            <button type="button" className="ow-link" onClick={useAll} disabled={reuse.busy}>
              全部复用
            </button>
            <Kbd keys="F6" />
          </>
        ) : null
      }
    >
      {reuse.failed === null ? null : (
        <MessageBar kind="error" onAction={reuse.retry} actionLabel="重新查找">
          {reuse.failed}
        </MessageBar>
      )}
      {reuse.problem === null ? null : <MessageBar kind="error">{reuse.problem}</MessageBar>}
      <ul className="fo-offers">
        {offers.map((offer) => (
          <OfferRow
            key={`${offer.source}:${offer.id}`}
            offer={offer}
            state={stateOfOffer(offer, materials, reuse.usedBy)}
            today={today}
            editable={editable}
            shown={shown === offer.id}
            askingFor={asking?.offerId === offer.id ? asking.code : null}
            busy={reuse.busy}
            onPreview={() => onPreview(offer)}
            onUse={(code) => reuse.use(code, offer)}
            onAssure={(code, assurance) => reuse.assure(code, offer, assurance)}
            onStopAsking={reuse.stopAsking}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </Pane>
  );
}
