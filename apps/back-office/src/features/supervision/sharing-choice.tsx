import { SegmentedButtons } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { officersQuery, type ReassignStrategy } from './supervision.queries.js';

const STRATEGIES: readonly { value: ReassignStrategy; label: string }[] = [
  { value: 'balanced', label: '按负荷平均' },
  { value: 'one', label: '指定一人' },
  { value: 'familiar', label: '按熟悉事项' },
];

export interface SharingChoiceProps {
  /** The one department that all of it belongs to, if it is known to be one. */
  departmentId: string | null;
  strategy: ReassignStrategy;
  toStaffId: string | null;
  /** It was sent without the one who takes it all. */
  missing: boolean;
  onStrategy: (strategy: ReassignStrategy) => void;
  onOfficer: (staffId: string) => void;
}

/** How the work of an order is shared out, with the name where one officer takes it all. */
export function SharingChoice({ departmentId, strategy, toStaffId, missing, onStrategy, onOfficer }: SharingChoiceProps) {
  return (
    <>
      <span className="bo-reassign-label">分配</span>
      <SegmentedButtons block label="怎么分配" options={STRATEGIES} value={strategy} onChange={onStrategy} />
      {strategy === 'one' ? (
        <OneOfficer departmentId={departmentId} value={toStaffId} missing={missing && toStaffId === null} onChange={onOfficer} />
      ) : null}
    </>
  );
}

/** Who takes it all: found by name or department, with what they have in hand. */
function OneOfficer({
  departmentId,
  value,
  missing,
  onChange,
}: {
  departmentId: string | null;
  value: string | null;
  missing: boolean;
  onChange: (id: string) => void;
}) {
  const { data } = useQuery(officersQuery(departmentId));
  return (
    <>
      <span className="bo-reassign-label">接手人</span>
      <span className="bo-field">
        <Select
          aria-label="接手人"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="按姓名、部门找"
          value={value}
          loading={!data}
          status={missing ? 'error' : ''}
          options={(data?.items ?? []).map((officer) => ({
            value: officer.id,
            label: `${officer.name}，${officer.department.shortName}，手上 ${officer.load} 件`,
          }))}
          onChange={onChange}
        />
        {missing ? <span className="bo-field-error">选一个接手人</span> : null}
      </span>
    </>
  );
}
