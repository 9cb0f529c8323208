/** The roles of the glossary. A person may hold several. */
export const ROLES = [
  'clerk',
  'approver',
  'chief',
  'supervisor',
  'hall_manager',
  'catalogue_editor',
  'system_admin',
  'security_admin',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** Chinese names of the roles, as screens print them. */
export const ROLE_LABELS = {
  clerk: '窗口人员',
  approver: '审批人员',
  chief: '首席代表',
  supervisor: '督查员',
  hall_manager: '大厅管理员',
  catalogue_editor: '事项管理员',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  auditor: '审计员',
} as const satisfies Record<Role, string>;
