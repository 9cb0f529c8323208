import { DomainError } from '@onewindow/domain';

const NAMES = { hall: '大厅', counter: '窗口', department: '部门' } as const;

/** A record names a unit that is not there. */
export class UnitUnknown extends DomainError {
  constructor(kind: keyof typeof NAMES, key: string) {
    super({
      code: `organisation.${kind}-unknown`,
      title: `没有这个${NAMES[kind]}。联系系统管理员核对组织数据。`,
      kind: 'not-found',
      facts: { key },
    });
  }
}
