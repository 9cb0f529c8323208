import { shanghaiDateOf } from '@onewindow/domain';
import {
  Button,
  DecisionBar,
  Empty,
  ErrorState,
  Mark,
  Pane,
  SegmentedButtons,
  SkeletonRows,
  SplitGrid,
  useKeys,
  useNow,
  useScanner,
  type SignaturePadHandle,
} from '@onewindow/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { showColumn } from '../../app/show-column.js';
import { base64Of, collectorGaps, EMPTY_COLLECTOR, handOverChecks, identityCheck, type CollectorEntry } from './collector.js';
import { CollectorPane } from './collector-pane.js';
import { addressed, EMPTY_DELIVERY, deliveryGaps, isParcelScan, nextDelivery, PICKUP_METHODS, type ToldDelivery } from './delivery.js';
import { DeliveryPane } from './delivery-pane.js';
import { DeliverySlip } from './delivery-slip.js';
import { FIND_ID, FindBox } from './find-box.js';
import { keepSitting, recallSitting } from './kept-sitting.js';
import { OtherApplicants } from './other-applicants.js';
import { OutcomeList } from './outcome-list.js';
import { ReadyList } from './ready-list.js';
import { ResultPreview } from './result-preview.js';
import { ResultRows } from './result-rows.js';
import { TodayList } from './today-list.js';
import { useFromCounter } from './use-from-counter.js';
import { useHandOver } from './use-hand-over.js';
import { useIssueWindow } from './use-issue-window.js';
import { useAddressOnRecord } from './use-address-on-record.js';
import { focusField, toNextField, watchFocus } from './window-fields.js';
import './issue-window.css';

/** 出件台: who waits, what they get, who collects. */
export function IssuePage() {
  const today = shanghaiDateOf(useNow());
  const fromCaseId = useSearchParams()[0].get('case');
  const [kept] = useState(() => recallSitting(fromCaseId));
  const [told, setTold] = useState<ToldDelivery>(kept?.told ?? EMPTY_DELIVERY);
  const own = useIssueWindow(told.method, kept);
  const onRecord = useAddressOnRecord(told, own.chosen[0]?.caseId);
  const delivery = addressed(told, onRecord);
  const { handOver, busy, outcomes, clear } = useHandOver();
  const [entry, setEntry] = useState<CollectorEntry>(kept?.entry ?? EMPTY_COLLECTOR);
  const pad = useRef<SignaturePadHandle>(null);
  const change = useCallback((patch: Partial<CollectorEntry>) => setEntry((now) => ({ ...now, ...patch })), []);
  const tell = useCallback((patch: Partial<ToldDelivery>) => setTold((now) => ({ ...now, ...patch })), []);
  const [cursor, setCursor] = useState<string | null>(null);
  const [printing, setPrinting] = useState(false);
  const onPrinted = useCallback(() => setPrinting(false), []);
  const { applicantId, found, unchecked } = own;
  useEffect(
    () => keepSitting(applicantId === null ? null : { fromCaseId, applicantId, found, unchecked: [...unchecked], entry, told }),
    [fromCaseId, applicantId, found, unchecked, entry, told],
  );
  const focus = (field: string) => {
    showColumn('collector');
    focusField(field);
  };

  const reset = useCallback(() => {
    setEntry(EMPTY_COLLECTOR);
    setTold(nextDelivery);
    setCursor(null);
    pad.current?.clear();
  }, []);
  const choose = (applicantId: string | null) => {
    reset();
    clear();
    own.choose(applicantId);
    if (applicantId) focus('name');
  };
  const look = async (code: string) => {
    reset();
    clear();
    const hasGoneOn = watchFocus();
    const ok = await own.look(code);
    if (ok && !hasGoneOn()) focus('name');
    return ok;
  };
  const backToCounter = useFromCounter({ own, onReset: reset, onCollector: change, onReady: () => focus('name') });

  useScanner((text) => {
    const isIdentity = identityCheck(text, today).state === 'ok';
    if (isIdentity && own.chosen.length > 0 && entry.identityNumber === '')
      change({ identityNumber: text, carried: false, compared: false });
    else if (own.chosen.length > 0 && !isIdentity && isParcelScan(text, delivery)) tell({ trackingNo: text });
    else void look(text);
  });
  useKeys({ Escape: { label: '暂不领取', run: () => choose(null) } }, { title: '出件台' });
  useKeys(Object.fromEntries(PICKUP_METHODS.map(({ value, label, keys }) => [keys, { label, run: () => tell({ method: value }) }])), {
    title: '怎么领取',
    enabled: own.applicantId !== null,
  });

  /** The sitting that began at the counter has its result; what is next is the next applicant. */
  const isDone = backToCounter !== null && own.applicantId === null && outcomes.length > 0;
  const gaps = own.applicantId === null ? [] : collectorGaps(entry, own.chosen, today, delivery);
  const onNext = () => toNextField(gaps);
  const isToldWhither = delivery.method !== 'window' && own.chosen.length > 0 && deliveryGaps(delivery).length === 0;
  const next = () => {
    const at = own.rows.findIndex((row) => row === own.current);
    const row = own.rows[(at + 1) % own.rows.length];
    if (row) own.setCurrentId(row.caseId);
  };
  async function send() {
    const isStillHere = own.watch();
    const blob = await pad.current?.toBlob();
    if (!blob || gaps.length > 0 || !isStillHere()) return;
    const all = await handOver(own.chosen, entry, delivery, await base64Of(blob));
    own.take(new Set(all.filter((o) => o.problem === null).map((o) => o.caseId)));
    // The next one may stand there by the time a slow line answers: nothing of theirs is put away.
    if (all.some((o) => o.problem !== null) || !isStillHere()) return;
    reset();
    own.close();
    showColumn('waiting');
    if (!backToCounter) document.getElementById(FIND_ID)?.focus();
  }

  const isIdle = own.applicantId === null && !isDone;
  /** Found a moment ago, and handed over by another window since: what the search said is no longer true. */
  const isGone = own.applicantId !== null && own.rows.length === 0 && !own.query.isLoading;
  const checks =
    own.applicantId !== null && gaps.length === 0 ? <Checks checks={handOverChecks(own.chosen, entry, today, delivery)} /> : null;
  const barNote = isIdle ? '先扫码，或在左边选申请人' : checks;
  return (
    <>
      <SplitGrid
        columns={[
          {
            key: 'waiting',
            label: '待出件',
            width: [300, 380],
            content: (
              <>
                <FindBox find={isGone ? { ...own.find, words: null } : own.find} onLook={look} />
                <OtherApplicants {...own.others} onChoose={choose} />
                <ReadyList applicantId={own.applicantId} onChoose={choose} cursor={cursor} onCursor={setCursor} />
                <TodayList />
              </>
            ),
          },
          {
            key: 'results',
            label: '结果',
            width: 'rest',
            content: (
              <>
                <Pane
                  title="结果"
                  words={own.rows.length > 0 ? `${own.rows.length} 件，选中 ${own.chosen.length}` : undefined}
                  right={
                    <SegmentedButtons
                      label="怎么领取"
                      options={PICKUP_METHODS}
                      value={delivery.method}
                      disabled={own.applicantId === null}
                      onChange={(method) => tell({ method })}
                    />
                  }
                  style={{ flex: '0 1 auto', maxHeight: '50%' }}
                >
                  <OutcomeList outcomes={outcomes} onClose={clear} />
                  {own.query.isLoading && own.rows.length === 0 ? <SkeletonRows rows={2} rowHeight={76} label="结果" /> : null}
                  {own.query.isError ? <ErrorState onRetry={() => void own.query.refetch()}>{own.query.error.message}</ErrorState> : null}
                  {own.rows.length === 0 && !own.query.isLoading && (own.applicantId !== null || outcomes.length === 0) ? (
                    <Empty>
                      {own.applicantId
                        ? '这位申请人没有待取的结果。刚才还有的，已由别的窗口交付，到办件查询看经过。'
                        : '扫回执上的码，输编号、证件号，或在左边选。'}
                    </Empty>
                  ) : null}
                  <ResultRows
                    rows={own.rows}
                    chosen={own.chosen}
                    current={own.current}
                    method={delivery.method}
                    active={cursor === null}
                    onCheck={own.check}
                    onCurrent={own.setCurrentId}
                  />
                </Pane>
                <ResultPreview row={own.current} hasNext={own.rows.length > 1} onNext={next} />
              </>
            ),
          },
          {
            key: 'collector',
            label: '取件人',
            width: [380, 520],
            content: (
              <CollectorPane
                entry={entry}
                onChange={change}
                chosen={own.chosen}
                today={today}
                pad={pad}
                onClear={() => pad.current?.clear()}
                onNext={onNext}
              >
                <DeliveryPane entry={delivery} isOnRecord={onRecord !== null} onChange={tell} onNext={onNext} />
              </CollectorPane>
            ),
          },
        ]}
      />
      <DecisionBar
        missing={gaps.map((gap) => ({
          key: gap.key,
          label: gap.label,
          kind: gap.isWrong ? ('wrong' as const) : ('absent' as const),
          onJump: () => focus(gap.key),
        }))}
        summary={gaps.length > 0 ? `差 ${gaps.length} 项，不能交付` : ''}
        note={barNote}
      >
        {backToCounter ? (
          <Button label="办下一件" keys={isDone ? 'Ctrl+Enter' : 'F3'} kind={isDone ? 'primary' : 'normal'} onClick={backToCounter} />
        ) : null}
        <Button label="打印面单" keys="F7" disabled={!isToldWhither || entry.name.trim() === ''} onClick={() => setPrinting(true)} />
        <Button label="暂不领取" keys="Escape" printOnly disabled={own.applicantId === null} onClick={() => choose(null)} />
        <Button
          label={busy ? `正在交付 ${busy.done + 1}/${busy.total}` : `交付 ${own.chosen.length} 件`}
          kind={isDone ? 'normal' : 'primary'}
          keys="Ctrl+Enter"
          printOnly={isDone}
          disabled={own.applicantId === null || gaps.length > 0}
          busy={busy !== null}
          onClick={() => void send()}
        />
      </DecisionBar>
      {printing ? (
        <DeliverySlip rows={own.chosen} entry={delivery} recipient={entry.name.trim()} today={today} onPrinted={onPrinted} />
      ) : null}
    </>
  );
}

/** ● 结果已出 ● 费用已清 ● 身份与授权已核 ● 已签名 */
function Checks({ checks }: { checks: readonly { label: string; done: boolean }[] }) {
  return (
    <span className="fo-checks">
      {checks.map(({ label, done }) => (
        <span key={label} className={`fo-check fo-check-${done ? 'green' : 'red'}`}>
          <Mark tone={done ? 'green' : 'red'} />
          {label}
        </span>
      ))}
    </span>
  );
}
