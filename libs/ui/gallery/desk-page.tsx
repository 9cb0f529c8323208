import { Input } from 'antd';
import {
  ActionButton,
  AppShell,
  Button,
  Clock,
  ClockCard,
  FilterChip,
  Kbd,
  KeyHints,
  ListRow,
  Pane,
  RoutePicture,
  SplitGrid,
  Timeline,
  TwoLines,
  useDocumentViewer,
  useKeys,
  useScreenSize,
  ViewerStage,
  ViewerTools,
  type RouteNode,
} from '@onewindow/ui';
import { useState } from 'react';
import { drawingUrl } from './sample-drawing.js';

const TODAY = '2026-10-29';
const QUEUE: [string, string, number | null, number, number, boolean?][] = [
  ['锦绣里 7 幢 1 单元', '增设电梯·000152', 9, -1, -2],
  ['临江大道 88 号 2 单元', '增设电梯·000209', 10, 0, -1],
  ['百货大楼南广场', '临时占道宣传·协办', null, 0, 0],
  ['青禾路 15 号 4 单元', '增设电梯·000318', 12, 2, 0],
  ['梧桐苑 3 幢 2 单元', '增设电梯·000071', 15, 5, 1],
  ['望湖新村 12 幢 3 单元', '增设电梯·000344', 13, 3, 1],
  ['北园小区 5 幢 1 单元', '增设电梯·000345', 13, 3, 2],
  ['铁路宿舍 2 幢 2 单元', '增设电梯·000401', 14, 4, 3],
  ['江滨花园 9 幢 1 单元', '增设电梯·000417', 15, 5, 3],
  ['锦绣里 3 幢 2 单元', '公示，暂停至 11-06', 14, 4, 3, true],
];
const light = (remaining: number) => (remaining < 0 ? 'red' : remaining < 3 ? 'yellow' : 'green');
const clockOf = (remaining: number | null) => (remaining === null ? null : ({ remaining, light: light(remaining) } as const));
const NODES: RouteNode[] = [
  { key: 'accept', title: '受理', words: '10-22', state: 'done', after: [] },
  {
    key: 'plan',
    title: '规划审查',
    words: '本环节，周启明',
    state: 'current',
    after: ['accept'],
    clock: { remaining: 1, light: 'yellow' },
  },
  { key: 'housing', title: '住建局', words: '10-26 答复', state: 'done', after: ['accept'], outcome: { words: '无意见', tone: 'green' } },
  { key: 'fire', title: '消防救援大队', words: '未答复，10-30 期满视为无意见', state: 'silent', after: ['accept'] },
  {
    key: 'market',
    title: '市场监管局',
    words: '10-28 答复',
    state: 'done',
    after: ['accept'],
    outcome: { words: '同意，附条件 1', tone: 'green' },
  },
  { key: 'public', title: '公示 10 日', words: '不计时', state: 'future', after: ['plan', 'housing', 'fire', 'market'] },
  { key: 'decide', title: '决定', words: '首席代表', state: 'future', after: ['public'] },
  { key: 'issue', title: '出件', words: '通取', state: 'future', after: ['decide'] },
];
const FILES = [{ id: 'd', name: '设计方案图', url: drawingUrl('总平面图'), mediaType: 'image/svg+xml' }];
const nothing = () => undefined;

/** Mockup 02: the parts on the grid of the desk. */
export function DeskPage() {
  const [at, setAt] = useState(4);
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set());
  const viewer = useDocumentViewer(FILES);
  const isNarrow = useScreenSize() === 'narrow';
  useKeys(
    {
      'J ArrowDown': { label: '下一件', repeat: true, run: () => setAt((n) => Math.min(QUEUE.length - 1, n + 1)) },
      'K ArrowUp': { label: '上一件', repeat: true, run: () => setAt((n) => Math.max(0, n - 1)) },
      X: { label: '选中', run: () => setChecked((all) => new Set(all.has(at) ? [...all].filter((n) => n !== at) : [...all, at])) },
    },
    { title: '待办' },
  );
  const queue = (
    <Pane
      label="我的办件"
      foot={
        <KeyHints
          hints={[
            [['J', 'K'], '上下'],
            [['Enter'], '打开'],
            [['X'], '选中'],
            [['C'], '签收'],
            [['G'], '看板'],
          ]}
        />
      }
    >
      <div style={{ display: 'flex', gap: 6, padding: '8px' }}>
        <FilterChip tone="red" label="超期" count={2} pressed />
        <FilterChip tone="yellow" label="临期" count={5} />
        <FilterChip tone="green" label="正常" count={5} />
        <FilterChip tone="paused" label="暂停" count={2} />
        <span style={{ marginLeft: 'auto' }} className="ow-key-hint ow-secondary ow-small">
          <Kbd keys="/" />
          筛选
        </span>
      </div>
      <div role="list" aria-label="办件">
        {QUEUE.map(([name, words, statutory, promised, step, paused = false], index) => (
          <ListRow
            key={name}
            label={name}
            current={index === at}
            checked={checked.has(index)}
            height={isNarrow ? 43 : 56}
            onOpen={() => setAt(index)}
            onCheck={nothing}
          >
            <TwoLines first={name} second={words} strong={index === at} />
            {[statutory, promised, step].map((remaining, column) => (
              <Clock key={column} clock={clockOf(remaining)} paused={paused} width="narrow" />
            ))}
          </ListRow>
        ))}
      </div>
    </Pane>
  );
  const middle = (
    <>
      <div className="ow-pane ow-pane-fit" style={{ flexDirection: 'row', alignItems: 'center', gap: 8, padding: '6px 10px' }}>
        <TwoLines
          first={<strong style={{ fontSize: 'var(--ow-size-font-title)' }}>梧桐苑 3 幢 2 单元 既有住宅增设电梯</strong>}
          second="440199 20261022 000071 4，业主代表 王**，10-22 受理"
        />
        <ClockCard label="法定" clock={{ due: '2026-11-19', remaining: 15, light: 'green', provisional: false }} today={TODAY} />
        <ClockCard label="承诺" clock={{ due: '2026-11-05', remaining: 5, light: 'green', provisional: false }} today={TODAY} />
        <ClockCard label="环节" clock={{ due: '2026-10-30', remaining: 1, light: 'yellow', provisional: false }} today={TODAY} />
      </div>
      <div className="ow-pane ow-pane-fit">
        <RoutePicture nodes={NODES} onOpen={nothing} />
      </div>
      <Pane title="材料" words="6" scrolls={false} right={<ViewerTools viewer={viewer} />}>
        <ViewerStage viewer={viewer} />
      </Pane>
    </>
  );
  const right = (
    <>
      <Pane size="fit" title="审查意见" right="草稿 10:41 已存" inset>
        <div className="g-stack">
          <Input.TextArea
            aria-label="审查意见"
            rows={3}
            defaultValue="方案符合控制性详细规划要求，井道位置与相邻住宅间距合规。消防车通道净宽以消防救援大队答复为准。"
          />
          <Button label="审查通过，开下一件" kind="primary" keys="Ctrl+Enter" block onClick={nothing} />
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
            {(
              [
                ['退回', 'B'],
                ['转办', 'T'],
                ['协办', 'H'],
                ['暂停计时', 'P'],
                ['申请延期', 'Y'],
              ] as const
            ).map(([label, keys]) => (
              <ActionButton
                key={label}
                label={label}
                keys={keys}
                block
                reasonAt="elsewhere"
                action={{ action: label, allowed: true }}
                onAct={nothing}
              />
            ))}
            <Button label="不予" kind="danger" keys="D" block onClick={nothing} />
          </div>
        </div>
      </Pane>
      <Pane
        title="经过"
        right={
          <>
            <button type="button" className="ow-link">
              全部 17
            </button>
            <Kbd keys="L" />
          </>
        }
      >
        <Timeline
          today={TODAY}
          events={[
            { key: '1', at: '2026-10-28T08:20:00Z', words: '市场监管局答复：同意，电梯须检验合格后使用' },
            { key: '2', at: '2026-10-26T01:12:00Z', words: '住建局答复：无意见' },
            { key: '3', at: '2026-10-26T00:40:00Z', words: '系统催办消防救援大队' },
          ]}
        />
      </Pane>
    </>
  );
  return (
    <AppShell
      tabs={[
        { key: 'desk', label: '待办', href: '#desk', count: 14 },
        { key: 'consult', label: '征求意见', href: '#consult', count: 3 },
        { key: 'done', label: '我的已办', href: '#done' },
      ]}
      current="desk"
      place="规划和自然资源局·行政审批科"
      personName="周启明"
      onChangePassword={nothing}
      onSignOut={nothing}
      onUnlock={() => Promise.resolve()}
    >
      <SplitGrid
        columns={[
          { key: 'queue', label: '我的', width: [344, 440], content: queue },
          { key: 'case', label: '办件', width: 'rest', content: middle },
          { key: 'points', label: '审查', width: [308, 420], content: right },
        ]}
      />
    </AppShell>
  );
}
