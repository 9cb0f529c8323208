import { HEAT_BUCKETS } from '@onewindow/domain';
import {
  AppShell,
  Button,
  Clock,
  DecisionBar,
  FilterChip,
  HeatCell,
  KeyHints,
  ListRow,
  LoadBar,
  LoadBarHead,
  Mark,
  Pane,
  PaneHead,
  SegmentedButtons,
  SplitGrid,
} from '@onewindow/ui';
import { Fragment, useState } from 'react';

const DEPARTMENTS: [string, number[]][] = [
  ['市场监管局', [4, 11, 26, 19, 31, 38, 104, 72, 24, 13]],
  ['卫生健康局', [2, 7, 15, 12, 18, 21, 58, 38, 14, 17]],
  ['消防救援大队', [1, 4, 7, 9, 6, 5, 14, 8, 0, 0]],
  ['科技局', [0, 0, 0, 1, 2, 3, 14, 26, 38, 9]],
];
const LOADS: [string, number, number][] = [
  ['何建平', 95, 57],
  ['吴敏仪', 90, 57],
  ['郑凯', 80, 57],
  ['高雅琴', 31, 57],
  ['苏文', 24, 57],
  ['陆远', 22, 57],
];
const nothing = () => undefined;

/** Mockup 03: heat map, stalled list, docked drawer with the preview of loads. */
export function SupervisionPage() {
  const [clock, setClock] = useState<'promised' | 'statutory' | 'step'>('promised');
  return (
    <AppShell
      tabs={[
        { key: 'supervision', label: '督查台', href: '#supervision', count: 214 },
        { key: 'orders', label: '督办单', href: '#orders', count: 18 },
        { key: 'statistics', label: '统计', href: '#statistics' },
      ]}
      current="supervision"
      place="临江区政务服务管理办公室"
      personName="何静"
      onChangePassword={nothing}
      onSignOut={nothing}
      onUnlock={() => Promise.resolve()}
    >
      <div className="g-strip">
        <span>
          在办 <strong>1,411</strong>
        </span>
        <span style={{ marginLeft: 'auto' }}>
          <SegmentedButtons
            label="时限"
            value={clock}
            onChange={setClock}
            options={[
              { value: 'promised', label: '承诺' },
              { value: 'statutory', label: '法定' },
              { value: 'step', label: '环节' },
            ]}
          />{' '}
          <Button label="导出" keys="E" onClick={nothing} />
        </span>
      </div>
      <SplitGrid
        columns={[
          {
            key: 'list',
            label: '停滞',
            width: 'rest',
            content: (
              <>
                <div className="ow-pane ow-pane-fit">
                  <div className="g-heat">
                    <span className="ow-secondary">部门 × 剩余工作日</span>
                    <span className="ow-secondary">在办</span>
                    {HEAT_BUCKETS.map((bucket) => (
                      <span key={bucket.key} style={{ textAlign: 'center', whiteSpace: 'nowrap' }} className="ow-small">
                        <Mark tone={bucket.tone} /> {bucket.label}
                      </span>
                    ))}
                    <span />
                    {DEPARTMENTS.map(([name, counts]) => (
                      <Fragment key={name}>
                        <span>{name}</span>
                        <strong style={{ textAlign: 'center' }}>{counts.reduce((a, b) => a + b, 0)}</strong>
                        {counts.map((count, at) => {
                          const bucket = HEAT_BUCKETS[at];
                          return bucket ? (
                            <HeatCell
                              key={bucket.key}
                              tone={bucket.tone}
                              count={count}
                              label={`${name}，${bucket.label}`}
                              selected={at === 2 && name === '市场监管局'}
                              onOpen={nothing}
                            />
                          ) : null;
                        })}
                        <span />
                      </Fragment>
                    ))}
                  </div>
                </div>
                <Pane
                  title="停滞办件"
                  words={
                    <>
                      214 <FilterChip label="停滞 ≥ 3 个工作日" onRemove={nothing} /> <FilterChip label="3 个部门" onRemove={nothing} />{' '}
                      最久在前
                    </>
                  }
                  right="已选 200"
                  foot={
                    <KeyHints
                      hints={[
                        [['J', 'K'], '上下'],
                        [['X'], '选中'],
                        [['Shift+X'], '连选'],
                        [['Ctrl+A'], '全选筛选结果'],
                      ]}
                    />
                  }
                >
                  <div role="list">
                    {Array.from({ length: 9 }, (_, at) => (
                      <ListRow key={at} label="公共场所卫生许可" checked={at !== 7} focused={at === 2} onCheck={nothing}>
                        <strong style={{ width: 40 }}>9 天</strong>
                        <span style={{ flex: 1 }}>
                          公共场所卫生许可 <span className="ow-secondary">瑞和宾馆有限公司</span>
                        </span>
                        <span style={{ width: 120 }}>卫生健康局</span>
                        <Clock clock={{ remaining: -9, light: 'red' }} width="narrow" />
                        <Clock clock={{ remaining: at === 4 ? 0 : -7, light: at === 4 ? 'yellow' : 'red' }} width="narrow" />
                      </ListRow>
                    ))}
                  </div>
                </Pane>
              </>
            ),
          },
          {
            key: 'drawer',
            label: '改派',
            width: [436, 560],
            content: (
              <>
                <Pane title="改派 200 件" words="3 个部门，7 人转出，7 人接手">
                  <div>
                    <LoadBarHead verb="改派" />
                    <PaneHead title="市场监管局" words="改派 94 件" right="人均 57 件" />
                    {LOADS.map(([name, before, after]) => (
                      <LoadBar key={name} verb="改派" name={name} before={before} after={after} max={100} />
                    ))}
                  </div>
                </Pane>
                <DecisionBar missing={[]} note="提交后逐件给出结果">
                  <Button label="取消" onClick={nothing} />
                  <Button label="确认改派 200 件" kind="primary" keys="Ctrl+Enter" onClick={nothing} />
                </DecisionBar>
              </>
            ),
          },
        ]}
      />
    </AppShell>
  );
}
