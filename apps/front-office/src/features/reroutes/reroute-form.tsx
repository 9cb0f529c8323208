import { useCommand } from '@onewindow/api-client';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { Button, Clock, formatCaseNo, MessageBar, Pane } from '@onewindow/ui';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { reroutesQuery } from './reroutes.queries.js';

type Reroutes = ResponseOf<Endpoints['listReroutes']>;

export interface RerouteFormProps {
  task: Reroutes['items'][number];
  departments: Reroutes['departments'];
  /** What was done, in words. */
  onDone: (words: string) => void;
}

/** Finds the right department for one refused step; the step's clock runs on. */
export function RerouteForm({ task, departments, onDone }: RerouteFormProps) {
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const navigate = useNavigate();
  const reroute = useCommand(
    (body: { departmentId: string; note: string }, keyedBy) =>
      api.rerouteTask({ params: { id: task.id }, body }, keyedBy({ id: task.id, body })),
    {
      onDone: () => {
        onDone(`已改派给${chosen?.shortName ?? '别的部门'}：${task.title}`);
        void queryClient.invalidateQueries({ queryKey: reroutesQuery().queryKey });
      },
    },
  );
  const others = departments.filter((department) => department.id !== task.department.id);
  const chosen = others.find((department) => department.id === departmentId);
  return (
    <Pane
      title={task.title}
      words={`${task.itemName}·${formatCaseNo(task.caseNo)}`}
      inset
      foot={
        <>
          <Button
            label={chosen ? `改派给${chosen.shortName}` : '改派'}
            kind="primary"
            keys="Ctrl+Enter"
            disabled={!chosen}
            busy={reroute.isPending}
            onClick={() => chosen && reroute.mutate({ departmentId: chosen.id, note: note.trim() })}
          />
          {chosen ? null : <span className="ow-secondary">先选部门</span>}
        </>
      }
    >
      <div className="fo-reroute">
        {reroute.error ? (
          <MessageBar kind="conflict" onAction={() => void queryClient.invalidateQueries({ queryKey: reroutesQuery().queryKey })}>
            {reroute.error.message}
          </MessageBar>
        ) : null}
        <dl className="fo-reroute-facts">
          <dt>拒签的部门</dt>
          <dd>{task.department.shortName}</dd>
          <dt>拒签理由</dt>
          <dd>{task.reason || '没有写'}</dd>
          <dt>环节时限</dt>
          <dd>
            <Clock clock={task.clocks.step} /> 改派不重新起算
          </dd>
        </dl>
        <label htmlFor="fo-reroute-department">改派给</label>
        <Select
          id="fo-reroute-department"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选部门"
          value={departmentId}
          options={others.map((department) => ({ value: department.id, label: department.shortName }))}
          onChange={setDepartmentId}
        />
        <label htmlFor="fo-reroute-note">说明</label>
        <Input.TextArea
          id="fo-reroute-note"
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button label="看办件" onClick={() => void navigate(`/cases/${task.caseId}`)} />
        </div>
      </div>
    </Pane>
  );
}
