import { type EndpointName, endpoints, mayCall } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';

/** The sections of 管理, each by what it is made of. */
const SECTIONS = [
  { key: 'people', label: '人员', shows: 'listStaff' },
  { key: 'imports', label: '导入', shows: 'importRows' },
  { key: 'calendar', label: '工作日历', shows: 'getCalendarYear' },
  { key: 'outage', label: '停机单号', shows: 'registerOutageRange' },
  { key: 'audit', label: '审计记录', shows: 'listAudit' },
] as const satisfies readonly { key: string; label: string; shows: EndpointName }[];

/** The sections of which a person may call what they show; what may be done in them is the server's word. */
export function sectionsOf(roles: readonly Role[]): (typeof SECTIONS)[number][] {
  return SECTIONS.filter(({ shows }) => mayCall(endpoints[shows], roles));
}
