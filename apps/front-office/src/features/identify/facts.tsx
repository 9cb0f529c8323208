import type { CaseDetail } from '@onewindow/contracts';
import type { ReactNode } from 'react';
import { api } from '../../app/api.js';
import { presenceWords } from './glance-words.js';

type RevealField = 'applicantIdentity' | 'applicantPhone' | 'legalRepresentativeIdentity' | 'agentIdentity' | 'agentPhone';

/** R10.2: fetches a number in the open; the server records who looked. */
export const revealOf = (caseId: string, field: RevealField) => async (): Promise<string> =>
  (await api.revealNumber({ params: { id: caseId }, body: { field } })).value;

/** Who of this case was compared with their card. */
export function Presence({ detail, who }: { detail: CaseDetail; who: NonNullable<CaseDetail['presence']>['who'] }) {
  const { presence } = detail;
  return presence?.who === who ? <span className="fo-check fo-check-green">{presenceWords(presence)}</span> : null;
}

/** One fact: its term at the left. */
export function Fact({ term, children, strong = false }: { term: string; children: ReactNode; strong?: boolean }) {
  return (
    <div className="fo-fact">
      <dt>{term}</dt>
      <dd className={strong ? 'ow-strong' : undefined}>{children}</dd>
    </div>
  );
}
