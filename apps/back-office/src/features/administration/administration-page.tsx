import { endpoints, mayCall } from '@onewindow/contracts';
import { Link, Navigate, useParams } from 'react-router';
import { OutageAdministration } from '../acceptance/index.js';
import { CalendarSection } from '../calendar/index.js';
import { useSession } from '../session/index.js';
import { AuditSection } from './audit-section.js';
import { ImportSection } from './import-section.js';
import { PeopleSection } from './people-section.js';
import { sectionsOf } from './sections.js';
import './administration.css';

/** 管理: people, imports, the audit trail, each for whose office it is. */
export function AdministrationPage() {
  const { staff } = useSession();
  const { section } = useParams();
  const sections = sectionsOf(staff.roles);
  const current = sections.find(({ key }) => key === section);
  if (!current) {
    const first = sections[0];
    return first ? <Navigate to={`/admin/${first.key}`} replace /> : <Navigate to="/" replace />;
  }
  return (
    <div className="bo-page">
      <nav className="bo-tabs" aria-label="管理">
        {sections.map(({ key, label }) => (
          <Link
            key={key}
            to={`/admin/${key}`}
            className={key === current.key ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={key === current.key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {current.key === 'people' ? <PeopleSection mayChange={mayCall(endpoints.resetPassword, staff.roles)} /> : null}
      {current.key === 'imports' ? <ImportSection /> : null}
      {current.key === 'calendar' ? <CalendarSection /> : null}
      {current.key === 'outage' ? <OutageAdministration /> : null}
      {current.key === 'audit' ? <AuditSection /> : null}
    </div>
  );
}
