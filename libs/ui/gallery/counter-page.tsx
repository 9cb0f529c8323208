import {
  ActionButton,
  AppShell,
  Button,
  DecisionBar,
  focusField,
  formProgress,
  Kbd,
  ListRow,
  Masked,
  Pane,
  QuotaChip,
  SchemaForm,
  SegmentedButtons,
  SplitGrid,
  TrustBadge,
  TwoLines,
  useDocumentViewer,
  useScanner,
  useScreenSize,
  VerdictTag,
  ViewerStage,
  ViewerThumbnails,
  ViewerTools,
  type FormValues,
  type MaterialVerdict,
} from '@onewindow/ui';
import { useState } from 'react';
import { drawingUrl } from './sample-drawing.js';
import { SAMPLE_FORM, SAMPLE_SOURCES, SAMPLE_VALUES } from './sample-form.js';

const MATERIALS: { name: string; isKey: boolean; words: string; verdict: MaterialVerdict }[] = [
  { name: '公共场所卫生许可申请表', isKey: true, words: '原件 2 页', verdict: 'accepted' },
  { name: '负责人身份证明', isKey: false, words: 'A 级·电子证照', verdict: 'reused' },
  { name: '场所方位、平面、设施图', isKey: true, words: '3 页', verdict: 'defective' },
  { name: '卫生检测报告', isKey: true, words: '库存报告 2025-09-30 过期', verdict: 'missing' },
  { name: '卫生管理制度', isKey: false, words: 'B 级·加水印', verdict: 'reused' },
  { name: '集中空调检测报告', isKey: false, words: '11-05 前补齐', verdict: 'deferred' },
  { name: '承诺书', isKey: false, words: '未采用告知承诺', verdict: 'optional' },
];
const FILES = ['方位图', '平面图', '设施图'].map((name, at) => ({ id: `f${at}`, name, url: drawingUrl(name), mediaType: 'image/svg+xml' }));
const TABS = [
  { key: 'counter', label: '受理台', href: '#counter' },
  { key: 'follow', label: '跟进', href: '#follow', count: 12 },
  { key: 'issue', label: '出件台', href: '#issue', count: 5 },
  { key: 'paper', label: '物料交接', href: '#paper', count: 2 },
  { key: 'search', label: '办件查询', href: '#search' },
];
const nothing = () => undefined;

/** Mockup 01: the parts on the grid of the counter. */
export function CounterPage() {
  const [values, setValues] = useState<FormValues>(SAMPLE_VALUES);
  const [scanned, setScanned] = useState('');
  const viewer = useDocumentViewer(FILES);
  const progress = formProgress(SAMPLE_FORM, values);
  const isNarrow = useScreenSize() === 'narrow';
  useScanner((text) => setScanned(text));
  return (
    <AppShell
      tabs={TABS}
      current="counter"
      place="区政务服务大厅·3 号综合窗口"
      personName="林晓雯"
      onChangePassword={nothing}
      onSignOut={nothing}
      onUnlock={(password) => (password === 'right' ? Promise.resolve() : Promise.reject(new Error('密码不对，还可试 4 次')))}
    >
      <div className="g-strip">
        <span className="g-ticket">A017</span>
        <strong>公共场所卫生许可·新办</strong>
        <span className="ow-secondary">法定 20·承诺 5 个工作日</span>
        <span>
          已用 <strong>06:42</strong>
        </span>
        <span className="ow-secondary" id="scanned">
          {scanned ? `扫到 ${scanned}` : '草稿 10:42:08 已存'}
        </span>
        <span style={{ marginLeft: 'auto' }}>
          <Button label="呼叫下一位" keys="F2" onClick={nothing} />
        </span>
      </div>
      <SplitGrid
        columns={[
          { key: 'applicant', label: '申请人', width: [284, 360], content: <ApplicantColumn /> },
          {
            key: 'papers',
            label: '材料、表单',
            width: [474, 640],
            content: (
              <>
                <Pane
                  size="fit"
                  title="材料"
                  words="必交 6：合格 1·复用 2·容缺 1"
                  trouble="有误 1·未交 1"
                  right={<QuotaChip used={1} limit={1} />}
                >
                  <div role="list">
                    {MATERIALS.map((material, at) => (
                      <ListRow key={material.name} label={material.name} focused={at === 2} height={isNarrow ? 36 : 48}>
                        <MaterialRow material={material} at={at} />
                      </ListRow>
                    ))}
                  </div>
                </Pane>
                <Pane
                  title="表单"
                  words={`已填 ${progress.filled}/${progress.total}`}
                  trouble={progress.missing.length > 0 ? `差 ${progress.missing.length} 项` : undefined}
                  right="证照 4·上次 1·情形 2·手填 1"
                >
                  <SchemaForm
                    id="counter"
                    schema={SAMPLE_FORM}
                    values={values}
                    sources={SAMPLE_SOURCES}
                    originals={SAMPLE_VALUES}
                    showAll
                    today="2026-10-29"
                    onChange={(path, value) => setValues((all) => ({ ...all, [path]: value }))}
                  />
                </Pane>
              </>
            ),
          },
          {
            key: 'preview',
            label: '看件',
            width: 'rest',
            content: (
              <Pane
                title="3 场所方位、平面、设施图"
                words={`${viewer.at + 1}/${viewer.pages.length}`}
                scrolls={false}
                right={<ViewerTools viewer={viewer} zoomInKey="Z" withoutCount />}
              >
                <ViewerStage viewer={viewer} />
                <ViewerThumbnails
                  viewer={viewer}
                  labelOf={(at) => `${at + 1} ${FILES[at]?.name ?? ''}`}
                  facts={
                    <>
                      高拍仪·已连接
                      <br />
                      300 dpi·自动裁边
                    </>
                  }
                />
              </Pane>
            ),
          },
        ]}
      />
      <DecisionBar
        summary="差 3 项，不能受理"
        missing={[
          { key: 'm3', label: '3 图纸有误', kind: 'wrong', onJump: nothing },
          { key: 'm4', label: '4 检测报告未交', kind: 'absent', onJump: nothing },
          ...progress.missing.map((path) => ({
            key: path,
            label: '从业人员数',
            kind: 'absent' as const,
            onJump: () => void focusField('counter', path),
          })),
        ]}
      >
        <Button label="不予受理" kind="danger" keys="F9" onClick={nothing} />
        <Button label="暂存" keys="Ctrl+S" onClick={nothing} />
        <Button label="一次告知补正 2 份" kind="primary" keys="F8" onClick={nothing} />
        <ActionButton
          label="受理·打印·叫下一位"
          keys="Ctrl+Enter"
          reasonAt="elsewhere"
          action={{ action: 'accept', allowed: false, reason: '差 3 项' }}
          onAct={nothing}
        />
      </DecisionBar>
    </AppShell>
  );
}

function MaterialRow({ material, at }: { material: (typeof MATERIALS)[number]; at: number }) {
  const isWrong = material.verdict === 'defective';
  return (
    <div style={{ flex: 1, padding: '3px 0' }}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
        <span className="ow-secondary" style={{ width: 18, textAlign: 'right' }}>
          {at + 1}
        </span>
        <span className={isWrong || material.verdict === 'missing' ? 'ow-strong' : ''}>{material.name}</span>
        {material.isKey ? <span className="ow-chip ow-chip-outline ow-chip-neutral">主件</span> : null}
        <span className="ow-secondary ow-small" style={{ marginLeft: 'auto' }}>
          {material.words}
        </span>
        <VerdictTag verdict={material.verdict} />
      </div>
      {isWrong ? (
        <div style={{ display: 'flex', gap: 4, paddingLeft: 26, marginTop: 4 }}>
          <Button size="small" label="合格" keys="Y" keyScope="pane" onClick={nothing} />
          <Button size="small" label="有误" kind="chosen" keys="N" keyScope="pane" onClick={nothing} />
          <Button size="small" label="复用" keys="U" keyScope="pane" onClick={nothing} />
          <ActionButton
            size="small"
            label="容缺"
            reasonAt="label"
            action={{ action: 'defer', allowed: false, reason: '主件不可' }}
            onAct={nothing}
          />
        </div>
      ) : null}
    </div>
  );
}

function ApplicantColumn() {
  const [kind, setKind] = useState<'new' | 'extend' | 'change'>('new');
  return (
    <>
      <Pane
        size="fit"
        title="申请人"
        words="法人"
        inset
        right={
          <>
            <button type="button" className="ow-link">
              重新读卡
            </button>
            <Kbd keys="F4" />
          </>
        }
      >
        <dl className="g-facts" style={{ gridTemplateColumns: '66px 1fr' }}>
          <dt>名称</dt>
          <dd className="ow-strong">临江悦泉沐浴有限公司</dd>
          <dt>证件号</dt>
          <dd>
            <Masked value="440***********0025" label="证件号" onReveal={() => Promise.resolve('440199198603140025')} />
          </dd>
        </dl>
      </Pane>
      <Pane size="fit" title="业务情形" right="4 问已答" inset>
        <div style={{ display: 'flex', justifyContent: 'space-between' }}>
          办理类型
          <SegmentedButtons
            label="办理类型"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'new', label: '新办' },
              { value: 'extend', label: '延续' },
              { value: 'change', label: '变更' },
            ]}
          />
        </div>
      </Pane>
      <Pane
        title="可复用材料"
        words="5"
        right={
          <>
            <button type="button" className="ow-link">
              全部复用
            </button>
            <Kbd keys="F6" />
          </>
        }
      >
        <div role="list">
          {(['A', 'A', 'B', 'C', 'B'] as const).map((level, at) => (
            <ListRow key={at} label="居民身份证" height={44}>
              <TrustBadge level={level} />
              <TwoLines first="居民身份证·陈嘉敏" second="公安签发，有效至 2036-03-18" />
              <button type="button" className="ow-link">
                已用于 2
              </button>
            </ListRow>
          ))}
        </div>
      </Pane>
    </>
  );
}
