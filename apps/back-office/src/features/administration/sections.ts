import type { Role } from '@onewindow/domain';

/** The sections of 管理 and whose they are. */
export const SECTIONS = [
  { key: 'people', label: '人员', roles: ['security_admin', 'system_admin'] },
  { key: 'imports', label: '导入', roles: ['system_admin'] },
  { key: 'calendar', label: '工作日历', roles: ['system_admin'] },
  { key: 'outage', label: '停机单号', roles: ['system_admin'] },
  { key: 'audit', label: '审计记录', roles: ['auditor', 'security_admin'] },
] as const satisfies readonly { key: string; label: string; roles: readonly Role[] }[];

export type Section = (typeof SECTIONS)[number]['key'];

/** The sections of a person's roles; what may be done in them is the server's word. */
export function sectionsOf(roles: readonly Role[]): (typeof SECTIONS)[number][] {
  return SECTIONS.filter((section) => (section.roles as readonly Role[]).some((role) => roles.includes(role)));
}
