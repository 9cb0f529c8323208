import type { LicenceView } from '@onewindow/contracts';
import { TrustBadge } from '@onewindow/ui';
import { useState } from 'react';
import { licenceFileUrl } from '../../app/file-url.js';
import { licenceCounts, licenceTerm } from './glance-words.js';

/** 电子证照 of who stands there: counted in one line, opened to what each is and until when it holds. */
export function LicenceList({ caseId, licences }: { caseId: string; licences: readonly LicenceView[] }) {
  const [open, setOpen] = useState(false);
  if (licences.length === 0) return <span className="ow-secondary">证照库里没有</span>;
  return (
    <>
      <span>{licenceCounts(licences)}</span>
      <button type="button" className="ow-link ow-small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起' : '看'}
      </button>
      {open ? (
        <ul className="fo-licences">
          {licences.map((one) => (
            <li key={one.id} className={one.state === 'valid' ? undefined : 'ow-secondary'}>
              <TrustBadge level="A" />
              <span className="fo-licence">
                {one.file ? (
                  <a href={licenceFileUrl(caseId, one.id)} target="_blank" rel="noreferrer">
                    {nameOf(one)}
                  </a>
                ) : (
                  <span>{nameOf(one)}</span>
                )}
                <span className="ow-secondary ow-small">{licenceTerm(one)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Whose it is, where it is not the applicant's own. */
function nameOf({ name, holder, holderName }: LicenceView): string {
  return holder === 'representative' ? `${name}·${holderName}` : name;
}
