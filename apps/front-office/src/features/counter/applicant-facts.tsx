import type { ApplicantView, CaseDetail } from '@onewindow/contracts';
import { Chip, Mark, Masked } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { api } from '../../app/api.js';
import { IDENTITY_TYPE_LABELS } from './applicant-entry.js';

type RevealField = 'applicantIdentity' | 'applicantPhone' | 'legalRepresentativeIdentity' | 'agentIdentity' | 'agentPhone';

/** R10.2: fetches a number in the open; the server records who looked. */
export const revealOf = (caseId: string, field: RevealField) => async (): Promise<string> =>
  (await api.revealNumber({ params: { id: caseId }, body: { field } })).value;

export interface ApplicantFactsProps {
  detail: CaseDetail;
  applicant: ApplicantView;
}

/** The applicant as the server knows them: numbers masked, with 查看 that leaves a record. */
export function ApplicantFacts({ detail, applicant }: ApplicantFactsProps) {
  return (
    <dl className="fo-facts">
      <Fact term={applicant.kind === 'legal' ? '名称' : '姓名'} strong>
        {applicant.name}
      </Fact>
      <Fact term={IDENTITY_TYPE_LABELS[applicant.identityType]}>
        {applicant.identityMasked.includes('*') ? (
          <Masked
            value={applicant.identityMasked}
            label={IDENTITY_TYPE_LABELS[applicant.identityType]}
            onReveal={revealOf(detail.id, 'applicantIdentity')}
          />
        ) : (
          // Credit codes are public.
          <span>{applicant.identityMasked}</span>
        )}
      </Fact>
      {applicant.legalRepresentative ? (
        <Fact term="法定代表人">
          {applicant.legalRepresentative.name}
          {applicant.legalRepresentative.identityMasked ? (
            <Masked
              value={applicant.legalRepresentative.identityMasked}
              label="法定代表人证件号"
              onReveal={revealOf(detail.id, 'legalRepresentativeIdentity')}
            />
          ) : null}
        </Fact>
      ) : null}
      {applicant.phoneMasked ? (
        <Fact term="手机">
          <Masked value={applicant.phoneMasked} label="手机号" onReveal={revealOf(detail.id, 'applicantPhone')} />
        </Fact>
      ) : null}
      {applicant.address ? <Fact term="地址">{applicant.address}</Fact> : null}
      <Fact term="信用等级">
        <Chip tone={applicant.creditGrade === 'C' ? 'red' : 'green'} shape="none">
          {`${applicant.creditGrade} 级`}
        </Chip>
      </Fact>
      {detail.agent ? (
        <>
          <Fact term="代理人">
            {detail.agent.name}
            <span className="fo-check fo-check-green">
              <Mark tone="green" />
              {detail.agent.authority}
            </span>
          </Fact>
          <Fact term="其证件号">
            <Masked value={detail.agent.identityMasked} label="代理人证件号" onReveal={revealOf(detail.id, 'agentIdentity')} />
          </Fact>
        </>
      ) : null}
    </dl>
  );
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
