import { type EndpointName, endpoints, mayCall } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';

/** The places of the back office. */
export type Place =
  'desk' | 'consultations' | 'done' | 'clock-work' | 'department' | 'delegations' | 'supervision' | 'acceptance' | 'admin' | 'messages';

export const PLACES = [
  { key: 'desk', label: '待办', path: '/desk', shows: ['listTasks'] },
  { key: 'consultations', label: '征求意见', path: '/consultations', shows: ['listConsultations'] },
  { key: 'done', label: '我的已办', path: '/done', shows: ['listDone'] },
  { key: 'clock-work', label: '暂停延期', path: '/clock-work', shows: ['listClockWork'] },
  { key: 'department', label: '部门看板', path: '/department', shows: ['departmentBoard'] },
  { key: 'delegations', label: '代理授权', path: '/delegations', shows: ['listDelegations'] },
  { key: 'supervision', label: '督查台', path: '/supervision', shows: ['supervisionOverview'] },
  { key: 'acceptance', label: '受理督查', path: '/acceptance', shows: ['listUnbrought'] },
  { key: 'admin', label: '管理', path: '/admin', shows: ['listStaff', 'listAudit'] },
] as const satisfies readonly { key: Place; label: string; path: string; shows: readonly EndpointName[] }[];

/** The places of which a person may see something; what may be done there is the server's word. */
export function placesOf(roles: readonly Role[]): (typeof PLACES)[number][] {
  return PLACES.filter(({ shows }) => shows.some((name) => mayCall(endpoints[name], roles)));
}

/** The place of an address below `/back`. */
export function placeOfPath(pathname: string): Place | undefined {
  const [, first] = pathname.split('/');
  return [...PLACES.map(({ key }) => key), 'messages' as const].find((key) => key === first);
}

/** The name of the place that an address leads to and that none of the roles has; null where they may look. */
export function closedPlace(pathname: string, roles: readonly Role[]): string | null {
  const key = placeOfPath(pathname);
  if (placesOf(roles).some((place) => place.key === key)) return null;
  return PLACES.find((place) => place.key === key)?.label ?? null;
}
