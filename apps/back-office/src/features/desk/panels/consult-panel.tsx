import { useCommand } from '@onewindow/api-client';
import { LONGEST_CONSULTATION_LIMIT, MOST_CONSULTED, shanghaiToday } from '@onewindow/domain';
import { ErrorState, SkeletonRows, useKeys, useNow, useKeptWords } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../app/api.js';
import { AskedList } from '../consult/asked-list.js';
import { taskConsultationsQuery } from '../consult/asked.queries.js';
import { WithdrawConsultation } from '../consult/withdraw-consultation.js';
import { refreshTasks } from '../desk.queries.js';
import type { WorkPanelProps } from '../work-panel-props.js';
import { PanelFoot } from './panel-foot.js';

const LONGEST = 500;

/** 协办: whom this task has asked and what came of it, and a question to further departments, with the days they have. */
export function ConsultPanel({ task, onClose, onDone }: WorkPanelProps) {
  const questionId = useId();
  const limitId = useId();
  const client = useQueryClient();
  const today = shanghaiToday(useNow());
  const board = useQuery(taskConsultationsQuery(task.id, task.caseId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [question, setQuestion] = useKeptWords(`${task.id}:consult`);
  const [limit, setLimit] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const days = limit ?? board.data?.defaultLimit ?? null;
  const command = useCommand(
    (body: { departmentIds: string[]; question: string; limit: number }, keyedBy) =>
      api.askConsultation({ params: { id: task.id }, body }, keyedBy({ taskId: task.id, ...body })),
    {
      onDone: (_answer, { departmentIds }) => {
        setQuestion('');
        onDone(`已向 ${departmentIds.length} 个部门征求意见：${task.title}。`);
      },
    },
  );
  useKeys({ Escape: { label: '不办了，返回', run: onClose } }, { title: '协办', scope: 'panel' });
  if (board.error) return <ErrorState onRetry={() => void board.refetch()}>没有取到部门。</ErrorState>;
  if (!board.data) return <SkeletonRows rows={6} rowHeight={28} blocks={1} label="部门" />;

  const words = question.trim();
  const missing = [chosen.length === 0 ? '选一个部门' : '', words === '' ? '写问题' : '', days === null ? '填答复期' : ''].filter(Boolean);
  const send = () => {
    setTried(true);
    if (missing.length > 0 || command.isPending || days === null) return;
    command.mutate({ departmentIds: [...chosen], question: words, limit: days });
  };
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const departments = [...board.data.departments].sort((a, b) => Number(a.problem !== null) - Number(b.problem !== null));
  return (
    <section className="bo-panel" aria-label="协办">
      <h3>协办，答复前本环节不能办完</h3>
      <AskedList asked={board.data.asked} today={today} endOf={(one) => <WithdrawConsultation one={one} caseId={task.caseId} />} />
      <fieldset className="bo-choices bo-consult-departments">
        <legend className="bo-label">问哪些部门{chosen.length > 0 ? `，已选 ${chosen.length} 个` : ''}</legend>
        {departments.map(({ id, shortName, problem }) => (
          <label key={id} className={problem ? 'bo-choice bo-choice-off' : 'bo-choice'}>
            <input
              type="checkbox"
              disabled={problem !== null || (chosen.length >= MOST_CONSULTED && !chosen.includes(id))}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span title={shortName}>{shortName}</span>
            {problem ? <span className="bo-choice-problem">{problem}</span> : null}
          </label>
        ))}
      </fieldset>
      <span className="bo-field">
        <label htmlFor={questionId}>问题</label>
        <Input.TextArea
          id={questionId}
          autoFocus
          rows={2}
          maxLength={LONGEST}
          value={question}
          status={tried && words === '' ? 'error' : ''}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </span>
      <span className="bo-consult-limit">
        <label htmlFor={limitId}>答复期</label>
        <InputNumber
          id={limitId}
          min={1}
          max={LONGEST_CONSULTATION_LIMIT}
          precision={0}
          value={days}
          onChange={(value) => setLimit(value)}
        />
        <span>个工作日，逾期视为无意见</span>
      </span>
      <PanelFoot
        missing={missing}
        tried={tried}
        command={command}
        label={chosen.length > 1 ? `问 ${chosen.length} 个部门` : '征求意见'}
        onSend={send}
        onRefresh={() => void refreshTasks(client, task.caseId)}
        onClose={onClose}
      />
    </section>
  );
}
