import type { Role } from '@onewindow/domain';

/** The places of the back office. */
export type Place =
  'desk' | 'consultations' | 'done' | 'clock-work' | 'department' | 'delegations' | 'supervision' | 'acceptance' | 'admin' | 'messages';

export const PLACES = [
  { key: 'desk', label: '待办', path: '/desk', roles: ['approver', 'chief'] },
  { key: 'consultations', label: '征求意见', path: '/consultations', roles: ['approver', 'chief'] },
  { key: 'done', label: '我的已办', path: '/done', roles: ['approver', 'chief'] },
  { key: 'clock-work', label: '暂停延期', path: '/clock-work', roles: ['approver', 'chief'] },
  { key: 'department', label: '部门看板', path: '/department', roles: ['chief'] },
  { key: 'delegations', label: '代理授权', path: '/delegations', roles: ['approver', 'chief'] },
  { key: 'supervision', label: '督查台', path: '/supervision', roles: ['supervisor'] },
  { key: 'acceptance', label: '受理督查', path: '/acceptance', roles: ['supervisor', 'chief'] },
  { key: 'admin', label: '管理', path: '/admin', roles: ['system_admin', 'security_admin', 'auditor'] },
] as const satisfies readonly { key: Place; label: string; path: string; roles: readonly Role[] }[];

/** The places that a person's roles lead to; what may be done there is the server's word. */
export function placesOf(roles: readonly Role[]): (typeof PLACES)[number][] {
  return PLACES.filter((place) => (place.roles as readonly Role[]).some((role) => roles.includes(role)));
}

/** The place of an address below `/back`. */
export function placeOfPath(pathname: string): Place | undefined {
  const [, first] = pathname.split('/');
  return [...PLACES.map(({ key }) => key), 'messages' as const].find((key) => key === first);
}
