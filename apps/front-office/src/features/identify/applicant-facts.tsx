import type { ApplicantProfile, ApplicantView, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { parseCreditCode } from '@onewindow/domain';
import { Mark, Masked } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { CreditFact } from '../deferral/index.js';
import { AgentFacts } from './agent-facts.js';
import { IDENTITY_TYPE_LABELS } from './applicant-entry.js';
import { Fact, Presence, revealOf } from './facts.js';
import { namesakeWords } from './glance-words.js';
import { LicenceList } from './licence-list.js';

export interface ApplicantFactsProps {
  detail: CaseDetail;
  applicant: ApplicantView;
  /** What the registers know; left out where the case is only looked at. */
  profile?: ApplicantProfile | null;
  /** At the counter: what the applicant's credit lets follow depends on the item. */
  definition?: ItemDefinition;
}

/** The applicant as the server knows them: numbers masked, with 查看 that leaves a record. */
export function ApplicantFacts({ detail, applicant, profile = null, definition }: ApplicantFactsProps) {
  const legal = applicant.legalRepresentative;
  return (
    <dl className="fo-facts">
      <Fact term={applicant.kind === 'legal' ? '名称' : '姓名'} strong>
        {applicant.name}
        <Presence detail={detail} who="applicant" />
      </Fact>
      <Fact term={IDENTITY_TYPE_LABELS[applicant.identityType]}>
        <OwnNumber caseId={detail.id} applicant={applicant} />
      </Fact>
      <NameFacts profile={profile} />
      {legal ? (
        <Fact term="法定代表人">
          {legal.name}
          <Presence detail={detail} who="representative" />
        </Fact>
      ) : null}
      {legal?.identityMasked ? (
        <Fact term="证件号">
          <Masked value={legal.identityMasked} label="法定代表人证件号" onReveal={revealOf(detail.id, 'legalRepresentativeIdentity')} />
        </Fact>
      ) : null}
      {applicant.phoneMasked ? (
        <Fact term="手机">
          <Masked value={applicant.phoneMasked} label="手机号" onReveal={revealOf(detail.id, 'applicantPhone')} />
        </Fact>
      ) : null}
      {/* At the counter it stands in the form; the column is narrow. */}
      {applicant.address && !definition ? <Fact term="地址">{applicant.address}</Fact> : null}
      {definition ? (
        <Fact term="信用等级">
          <CreditFact detail={detail} definition={definition} />
        </Fact>
      ) : null}
      {profile ? (
        <Fact term="电子证照">
          <LicenceList caseId={detail.id} licences={profile.licences} />
        </Fact>
      ) : null}
      {detail.agent ? <AgentFacts detail={detail} agent={detail.agent} /> : null}
    </dl>
  );
}

/** Credit codes are public and stand in the open, with their check (R8.2). */
function OwnNumber({ caseId, applicant: { identityMasked, identityType } }: { caseId: string; applicant: ApplicantView }) {
  if (identityMasked.includes('*')) {
    return <Masked value={identityMasked} label={IDENTITY_TYPE_LABELS[identityType]} onReveal={revealOf(caseId, 'applicantIdentity')} />;
  }
  if (identityType !== 'creditCode') return <span>{identityMasked}</span>;
  const isRight = parseCreditCode(identityMasked).ok;
  return (
    <>
      <span>{identityMasked}</span>
      <span className={`fo-check fo-check-${isRight ? 'green' : 'yellow'}`}>
        <Mark tone={isRight ? 'green' : 'yellow'} />
        {isRight ? '通过' : '校验不过，理由在案'}
      </span>
    </>
  );
}

/** Two names under one number, or one name under many: the number decides who it is. */
function NameFacts({ profile }: { profile: ApplicantProfile | null }) {
  if (profile === null) return null;
  const namesakes = namesakeWords(profile);
  return (
    <>
      {profile.registry?.state === 'cancelled' ? <Warning>登记已注销，不能再办</Warning> : null}
      {profile.unlikeNames.length > 0 ? <Warning>{`一个证件号两个名字：${profile.unlikeNames.join('、')}。对照证件`}</Warning> : null}
      {namesakes ? (
        <Fact term="">
          <span className="ow-secondary ow-small">{namesakes}</span>
        </Fact>
      ) : null}
    </>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <Fact term="">
      <span className="fo-check fo-check-yellow">
        <Mark tone="yellow" />
        <span>{children}</span>
      </span>
    </Fact>
  );
}
