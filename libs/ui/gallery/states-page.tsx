import { Checkbox, Input } from 'antd';
import {
  ActionButton,
  Button,
  Chip,
  Clock,
  Empty,
  ErrorState,
  ListRow,
  Masked,
  MessageBar,
  Pane,
  Paused,
  Provisional,
  QuotaChip,
  SkeletonRows,
  SlowProgress,
  SourceBadge,
  TrustBadge,
  VerdictTag,
} from '@onewindow/ui';
import type { ReactNode } from 'react';

const TODAY = '2026-10-29';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Mockup 00, part by part. */
export function StatesPage() {
  return (
    <main className="g-states">
      <h1 className="ow-visually-hidden">部件</h1>
      <Pane title="时限" inset>
        <dl className="g-facts">
          <Fact name="正常">
            <Clock clock={{ remaining: 5, light: 'green' }} />
            <Clock clock={{ remaining: 5, light: 'green' }} width="narrow" />
            <span className="g-note">窄列只写数</span>
          </Fact>
          <Fact name="临期">
            <Clock clock={{ remaining: 2, light: 'yellow' }} />
            <Clock clock={{ remaining: 0, light: 'yellow' }} />
            <Clock clock={{ remaining: 0, light: 'yellow' }} width="narrow" />
          </Fact>
          <Fact name="超期">
            <Clock clock={{ remaining: -1, light: 'red' }} />
            <Clock clock={{ remaining: -1, light: 'red' }} width="narrow" />
          </Fact>
          <Fact name="暂停">
            <Clock clock={{ remaining: 4, light: 'green' }} paused />
            <Paused pause={{ label: '公示', until: '2026-11-06', overrunDays: 0 }} today={TODAY} />
          </Fact>
          <Fact name="暂停过长">
            <Clock clock={{ remaining: 4, light: 'green' }} paused />
            <Paused pause={{ label: '检测', until: '2026-10-27', overrunDays: 2 }} today={TODAY} />
          </Fact>
          <Fact name="暂定日期">
            2027-01-08 <Provisional year={2027} />
            <span className="g-note">2027 年放假安排未公布</span>
          </Fact>
          <Fact name="无时限">
            <Clock clock={null} />
            <span className="g-note">即办件、一件事的法定栏</span>
          </Fact>
        </dl>
      </Pane>
      <Pane title="材料结论、来源" inset>
        <dl className="g-facts">
          <Fact name="结论">
            <VerdictTag verdict="accepted" />
            <VerdictTag verdict="defective" />
            <VerdictTag verdict="missing" />
            <VerdictTag verdict="reused" />
          </Fact>
          <Fact name="">
            <VerdictTag verdict="deferred" />
            <VerdictTag verdict="optional" />
            <span className="g-note">已过期，不能用</span>
          </Fact>
          <Fact name="容缺额度">
            <QuotaChip used={0} limit={1} />
            <QuotaChip used={1} limit={1} />
          </Fact>
          <Fact name="">
            <QuotaChip used={0} limit={0} barred />
            <span className="g-note">C 级信用或曾失信</span>
          </Fact>
          <Fact name="可信等级">
            <TrustBadge level="A" />
            <TrustBadge level="B" />
            <TrustBadge level="C" />
            <TrustBadge level="D" />
            <span className="g-note">签发 核验 上传 自填</span>
          </Fact>
          <Fact name="取值来源">
            <SourceBadge source="licence" />
            <SourceBadge source="previous" />
            <SourceBadge source="situation" />
            <SourceBadge source="typed" />
          </Fact>
          <Fact name="改过的值">
            <SourceBadge source="typed" />
            <span className="g-note">原值 101 号，证照</span>
            <button type="button" className="ow-link ow-small">
              还原
            </button>
          </Fact>
        </dl>
      </Pane>
      <Pane title="征求意见、隐藏号码" inset>
        <dl className="g-facts">
          <Fact name="已答复">
            <Chip tone="green">无意见</Chip>
            <Chip tone="green">同意，附条件 1</Chip>
          </Fact>
          <Fact name="反对">
            <Chip tone="red">不同意</Chip>
          </Fact>
          <Fact name="未答复">
            <Clock clock={{ remaining: 1, light: 'yellow' }} />
            <span className="g-note">10-30 期满视为无意见</span>
          </Fact>
          <Fact name="期满">
            <Chip tone="neutral" shape="none">
              视为无意见
            </Chip>
            <span className="g-note">系统记入，10-31 00:00</span>
          </Fact>
          <Fact name="隐藏">
            <Masked value="440***********0025" label="证件号" onReveal={() => Promise.resolve('440199198603140025')} />
          </Fact>
          <Fact name="无权限">
            <Masked value="440***********0025" label="证件号" />
          </Fact>
        </dl>
      </Pane>
      <Pane title="焦点、当前、勾选">
        <div role="list">
          <ListRow label="普通行" checked={false} height={34}>
            普通行
          </ListRow>
          <ListRow label="悬停" checked={false} height={34}>
            悬停 #F6F7F9
          </ListRow>
          <ListRow label="焦点" checked={false} focused height={34}>
            焦点：强调色底、左条、框
          </ListRow>
          <ListRow label="当前" checked={false} current height={34}>
            当前，焦点在别的栏：灰底、灰条
          </ListRow>
          <ListRow label="已勾选" checked height={34}>
            已勾选：强调色底，无条
          </ListRow>
        </div>
        <div className="ow-pane-inset g-stack">
          <div className="g-two">
            <Input defaultValue="普通" aria-label="普通" />
            <Input defaultValue="焦点" aria-label="焦点" autoFocus />
            <Input placeholder="填写人数" status="error" aria-label="填写人数" />
            <Input defaultValue="不可改" disabled aria-label="不可改" />
          </div>
          <span>
            <Button label="受理" kind="primary" keys="Ctrl+Enter" onClick={() => undefined} />{' '}
            <Button label="暂存" keys="Ctrl+S" onClick={() => undefined} />{' '}
            <Button label="不予" kind="danger" keys="F9" onClick={() => undefined} />
          </span>
          <ActionButton
            action={{ action: 'accept', allowed: false, reason: '原因写在旁边，不藏在提示里' }}
            label="受理"
            keys="Ctrl+Enter"
            onAct={() => undefined}
          />
          <Checkbox>勾选框</Checkbox>
        </div>
      </Pane>
      <Pane title="消息" inset>
        <div className="g-stack">
          <MessageBar kind="conflict" onAction={() => undefined}>
            谢文彬 10:41 已签收本件。
          </MessageBar>
          <MessageBar kind="error" onAction={() => undefined}>
            没有保存：网络中断。草稿还在本机。
          </MessageBar>
          <MessageBar kind="done" link={{ label: '看办件' }}>
            已受理 440199 20261029 000318 7
          </MessageBar>
          <MessageBar kind="offline">断网。草稿已存本机，恢复后请再提交。</MessageBar>
        </div>
      </Pane>
      <Pane title="等待、空、出错">
        <SkeletonRows rows={2} rowHeight={40} />
        <div className="ow-pane-inset">
          <SlowProgress doing="正在改派" done={124} total={200} after={0} onBackground={() => undefined} />
        </div>
        <Empty link={{ label: '看临期 5 件', onOpen: () => undefined }}>没有超期的办件。</Empty>
        <ErrorState onRetry={() => undefined}>没有取到列表，10:42。</ErrorState>
      </Pane>
    </main>
  );
}
