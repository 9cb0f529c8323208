import { useCommand } from '@onewindow/api-client';
import type { ConsultationRow, TaskDetail } from '@onewindow/contracts';
import { clockWords, type ConsultationOutcome, type IsoDate, isTaskDeemed, isTaskHeld, isTaskStanding } from '@onewindow/domain';
import {
  ActionButton,
  Button,
  Chip,
  formatMoment,
  MessageBar,
  outcomeWords,
  Pane,
  Paused,
  useDraft,
  useKeys,
  useSettled,
} from '@onewindow/ui';
import { Input, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { showColumn } from '../../app/show-column.js';
import { silenceWords, Story } from '../desk/index.js';
import { answerOf } from './answer-of.js';
import { AnswerPhrases } from './answer-phrases.js';
import { FIRST_WORDS, OUTCOME_KEYS, OUTCOME_LABELS, OUTCOMES, withFirstWords } from './answer-words.js';

export interface AnswerPaneProps {
  row: ConsultationRow;
  task: TaskDetail;
  staffId: string;
  today: IsoDate;
  hasNext: boolean;
  /** False while the question has only just come up by itself (`useSettled`). */
  settled: boolean;
  /** Answered: the words for the message; the next one opens. */
  onAnswered: (words: string) => void;
  /** Somebody was first, or the day has passed: everything is read anew. */
  onRefresh: () => void;
}

/** The right column of 征求意见: what is asked, and the answer in one step. Mounted anew for every consultation. */
export function AnswerPane({ row, task, staffId, today, hasNext, settled, onAnswered, onRefresh }: AnswerPaneProps) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState<Typed | null>(null);
  const draft = useDraft(`consultation:${staffId}:${task.id}`, typed);
  const [isOver, setOver] = useState(false);
  // Silence, or a colleague, may be first while somebody types: what was typed stays to be seen.
  const unsent = isOver ? null : (typed ?? draft.restored);
  const settle = () => {
    draft.clear();
    setOver(true);
  };
  useKeys(
    {
      L: { label: '经过', run: () => setAll(!all) },
      ...(all ? { Escape: { label: '收起经过', run: () => setAll(false), hidden: true } } : {}),
    },
    { title: '征求意见' },
  );
  const { by, action } = answerOf(task, staffId);
  return (
    <>
      <Pane title={`${row.asking.shortName}征求意见`} words={row.askedBy ? row.askedBy.name : row.stepName} size="fit" inset>
        <Asked row={row} task={task} today={today} isOpen={isTaskStanding(task.status)} />
      </Pane>
      {by !== null && action === undefined ? (
        <p className="bo-consult-answer">
          由审批人员签收后答复。<Link to="/department">到部门看板分派</Link>
        </p>
      ) : by !== null ? (
        <Answer
          action={action}
          row={row}
          task={task}
          typed={unsent}
          onType={setTyped}
          hasNext={hasNext}
          settled={settled}
          onAnswered={(words) => {
            settle();
            onAnswered(words);
          }}
          onRefresh={onRefresh}
        />
      ) : (
        <>
          <Answered task={task} today={today} />
          {unsent === null ? null : <Unsent status={task.status} opinion={unsent.opinion} onClose={settle} />}
        </>
      )}
      <Story task={task} today={today} all={all} onToggle={() => setAll(!all)} />
    </>
  );
}

/** The question, or the points of the route's step, and when silence counts. */
function Asked({ row, task, today, isOpen }: { row: ConsultationRow; task: TaskDetail; today: IsoDate; isOpen: boolean }) {
  const { step } = task.clocks;
  return (
    <div className="bo-consult-asked">
      {row.question === null ? (
        <ul className="bo-consult-points" aria-label="要点">
          {task.points.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p className="bo-consult-question">{row.question}</p>
      )}
      {!isOpen ? null : task.paused ? (
        <Paused pause={task.paused} today={today} />
      ) : step ? (
        <p className="bo-consult-silence">
          <Chip tone={step.light}>{clockWords(step.remaining).long}</Chip> {silenceWords(row.silenceOn, step, today)}
        </p>
      ) : null}
    </div>
  );
}

function Answered({ task, today }: { task: TaskDetail; today: IsoDate }) {
  const words = outcomeWords({ kind: 'consultation', outcome: task.outcome });
  const done = task.case.route.find(({ taskId }) => taskId === task.id)?.finishedAt ?? null;
  return (
    <Pane title="答复" words={done ? formatMoment(done, today) : ''} size="fit" inset>
      <div className="bo-consult-asked">
        {words ? (
          <p>
            <Chip tone={words.tone} {...(words.tone === 'neutral' ? { shape: 'none' as const } : {})}>
              {words.words}
            </Chip>
            {isTaskDeemed(task.status) ? <span className="ow-secondary"> 系统记入</span> : null}
          </p>
        ) : null}
        {task.opinion ? <p className="bo-consult-opinion">{task.opinion}</p> : null}
        {isTaskHeld(task.status) ? <p>{task.holder?.name}已签收，由他答复。</p> : null}
      </div>
    </Pane>
  );
}

/** What was being written when the answer was no longer wanted. */
function Unsent({ status, opinion, onClose }: { status: TaskDetail['status']; opinion: string; onClose: () => void }) {
  return (
    <div className="bo-consult-answer">
      <MessageBar kind="conflict">
        {isTaskDeemed(status)
          ? '答复期满，系统已记为无意见，您写的没有送出。要补充的，复制下面的话，与征求意见的部门联系。'
          : '别人已经先办，您写的没有送出。要补充的，复制下面的话交给办理的人。'}
      </MessageBar>
      <Input.TextArea value={opinion} rows={4} readOnly aria-label="没有送出的意见" />
      <Button label="不留了" onClick={onClose} />
    </div>
  );
}

interface Typed {
  outcome: ConsultationOutcome;
  opinion: string;
}

interface AnswerProps extends Pick<AnswerPaneProps, 'row' | 'task' | 'hasNext' | 'settled' | 'onAnswered' | 'onRefresh'> {
  /** What was typed, or what a reload left behind. */
  typed: Typed | null;
  onType: (typed: Typed) => void;
  /** The server's word on answering. */
  action: TaskDetail['actions'][number] | undefined;
}

function Answer({ row, task, action, typed, onType: setTyped, hasNext, settled, onAnswered, onRefresh }: AnswerProps) {
  const { outcome, opinion } = typed ?? { outcome: 'agree' as const, opinion: task.opinion || FIRST_WORDS.agree };
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const [editing, setEditing] = useState(false);
  // 存常用语 gives its keys back to the answer: the second of two quick presses did not mean it.
  const uncovered = useSettled(editing ? 'phrases' : `answer:${action?.allowed}`);
  const command = useCommand(
    (answer: { outcome: ConsultationOutcome; opinion: string }, keyedBy) => {
      const body = { expectedVersion: task.version, ...answer };
      return api.answerConsultation({ params: { id: task.id }, body }, keyedBy({ taskId: task.id, ...body }));
    },
    {
      onDone: (_answer, given) => onAnswered(`已答复 ${task.title}：${OUTCOME_LABELS[given.outcome]}。`),
    },
  );
  const choose = (next: ConsultationOutcome) => {
    showColumn('answer');
    setTyped({ outcome: next, opinion: withFirstWords(opinion, next) });
    // What follows is typed: conditions, or why not.
    if (next !== 'agree') requestAnimationFrame(() => area.current?.focus({ cursor: 'end' }));
  };
  const words = opinion.trim();
  const send = () => command.mutate({ outcome, opinion: words });
  const hindrance = words === '' ? '先写意见' : outcome !== 'agree' && words === FIRST_WORDS[outcome].trim() ? '写明条件或理由' : undefined;
  return (
    <div className="bo-consult-answer">
      <div className="bo-consult-outcomes" role="group" aria-label="答复">
        {OUTCOMES.map((one) => (
          <Button
            key={one}
            label={OUTCOME_LABELS[one]}
            keys={OUTCOME_KEYS[one]}
            kind={one === outcome ? 'chosen' : 'normal'}
            pressed={one === outcome}
            block
            onClick={() => choose(one)}
          />
        ))}
      </div>
      <AnswerPhrases
        opinion={opinion}
        editing={editing}
        onEditing={setEditing}
        onInsert={(phrase) => setTyped({ outcome, opinion: opinion === '' ? phrase : `${opinion}${phrase}` })}
      />
      <Input.TextArea
        ref={area}
        value={opinion}
        rows={4}
        maxLength={4000}
        aria-label="意见"
        placeholder="写意见"
        onChange={(event) => setTyped({ outcome, opinion: event.target.value })}
      />
      <ActionButton
        action={action}
        label={`答复${OUTCOME_LABELS[outcome]}${hasNext ? '，开下一件' : ''}`}
        kind="primary"
        keys="Ctrl+Enter"
        block
        busy={command.isPending || !settled || !uncovered}
        reasonAt="below"
        {...(hindrance ? { hindrance } : {})}
        onAct={send}
      />
      {command.error ? (
        <ProblemBar
          problem={command.error}
          onRefresh={() => {
            command.reset();
            onRefresh();
          }}
          onRetry={send}
          onClose={command.reset}
        />
      ) : null}
      <p className="ow-secondary ow-small">
        不归本部门的、要转办的，<Link to={`/desk/${row.id}?tab=consultation`}>到待办办理</Link>
      </p>
    </div>
  );
}
