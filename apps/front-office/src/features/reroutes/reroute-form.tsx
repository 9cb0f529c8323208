import { useCommand } from '@onewindow/api-client';
import type { Endpoints, RerouteRow, ResponseOf } from '@onewindow/contracts';
import { Button, Clock, forgetWords, formatCaseNo, MessageBar, Pane, useKeptWords } from '@onewindow/ui';
import { Input, Select } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { reroutesQuery } from './reroutes.queries.js';

export interface RerouteFormProps {
  task: RerouteRow;
  departments: ResponseOf<Endpoints['listReroutes']>['departments'];
  /** A colleague was first: what stands here can no longer be sent. */
  gone: boolean;
  onWriting: (isWriting: boolean) => void;
  /** What was written here has been seen, and is given up. */
  onLeave: () => void;
  /** What was done, in words. */
  onDone: (words: string) => void;
}

const readAnew = () => void queryClient.invalidateQueries({ queryKey: reroutesQuery().queryKey });

/** Finds the right department for one refused step; the step's clock runs on. */
export function RerouteForm({ task, departments, gone, onWriting, onLeave, onDone }: RerouteFormProps) {
  const about = { department: `${task.id}:reroute-to`, note: `${task.id}:reroute` };
  const [departmentId, setDepartmentId] = useKeptWords(about.department);
  const [note, setNote] = useKeptWords(about.note);
  const navigate = useNavigate();
  const forget = () => Object.values(about).forEach(forgetWords);
  const reroute = useCommand(
    (body: { departmentId: string; note: string }, keyedBy) =>
      api.rerouteTask({ params: { id: task.id }, body }, keyedBy({ id: task.id, body })),
    {
      onDone: () => {
        forget();
        onDone(`已改派给${chosen?.shortName ?? '别的部门'}：${task.title}`);
        readAnew();
      },
    },
  );
  const others = departments.filter((department) => department.id !== task.department.id);
  const chosen = others.find((department) => department.id === departmentId);
  const isWriting = departmentId !== '' || note !== '';
  useEffect(() => onWriting(isWriting), [onWriting, isWriting]);
  const isOvertaken = gone && !reroute.isPending;
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
            disabled={!chosen || isOvertaken}
            busy={reroute.isPending}
            onClick={() => chosen && reroute.mutate({ departmentId: chosen.id, note: note.trim() })}
          />
          {chosen ? null : <span className="ow-secondary">先选部门</span>}
        </>
      }
    >
      <div className="fo-reroute">
        {isOvertaken ? (
          <MessageBar
            kind="conflict"
            onAction={() => {
              forget();
              onLeave();
            }}
          >
            这件已由同事先改派。您写的没有送出，还留在下面，要用的先复制。
          </MessageBar>
        ) : reroute.error ? (
          <MessageBar kind="conflict" onAction={readAnew}>
            {reroute.error.message}
          </MessageBar>
        ) : null}
        <dl className="fo-reroute-facts">
          <dt>拒签的部门</dt>
          <dd>{task.department.shortName}</dd>
          <dt>拒签的环节</dt>
          <dd>{task.refusedStep}</dd>
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
          value={chosen ? chosen.id : null}
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
