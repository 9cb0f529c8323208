import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import {
  Empty,
  formatMoment,
  ListRow,
  SegmentedButtons,
  SkeletonRows,
  TwoLines,
  useDocumentViewer,
  useNow,
  ViewerStage,
  ViewerTools,
  type ViewerFile,
  FormWordsView,
} from '@onewindow/ui';
import { shanghaiDateOf } from '@onewindow/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fileUrl } from '../../app/file-url.js';
import { itemVersionQuery, MaterialTag, NoticePane } from '../counter/index.js';
import { FaultWords } from '../materials/index.js';
import { ApplicantFacts, Fact } from '../identify/index.js';
import { valueWords } from './value-words.js';

type Tab = 'materials' | 'notices' | 'form';
const NO_FILES: ViewerFile[] = [];

/** Everything that lies in the case's folder: materials, notices with the result, applicant and form. */
export function CasePapers({ detail }: { detail: CaseDetail }) {
  const hasResult = resultApart(detail) !== null;
  const [tab, setTab] = useState<Tab>(hasResult || detail.notices.length > 0 ? 'notices' : 'materials');
  const tabs = [
    { value: 'notices' as const, label: `文书 ${detail.notices.length + (hasResult ? 1 : 0)}` },
    { value: 'materials' as const, label: `材料 ${detail.materials.length}` },
    { value: 'form' as const, label: '申请人、表单' },
  ];
  return (
    <section className="ow-pane ow-pane-fill fo-papers" aria-label="案卷">
      <div className="ow-pane-head">
        <SegmentedButtons label="案卷" options={tabs} value={tab} onChange={setTab} />
      </div>
      {tab === 'materials' ? <Materials detail={detail} /> : null}
      {tab === 'notices' ? <Notices detail={detail} /> : null}
      {tab === 'form' ? <FormFacts detail={detail} /> : null}
    </section>
  );
}

function Materials({ detail }: { detail: CaseDetail }) {
  const [code, setCode] = useState(detail.materials.find((m) => m.files.length > 0)?.code ?? detail.materials[0]?.code ?? null);
  const material = detail.materials.find((m) => m.code === code) ?? null;
  const files = useMemo<ViewerFile[]>(
    () => material?.files.map((f) => ({ id: f.id, name: f.name, mediaType: f.mediaType, url: fileUrl(detail.id, f.id) })) ?? NO_FILES,
    [detail.id, material?.files],
  );
  const viewer = useDocumentViewer(files);
  if (detail.materials.length === 0) return <Empty>这一件没有材料。</Empty>;
  return (
    <>
      <div className="fo-paper-list" role="list">
        {detail.materials.map((m) => (
          <ListRow key={m.code} label={m.name} current={m.code === code} onOpen={() => setCode(m.code)} height={34}>
            <button type="button" className="fo-row-button" onClick={() => setCode(m.code)}>
              <TwoLines first={m.name} {...(m.defect ? { second: <FaultWords material={m} /> } : {})} />
            </button>
            <span className="ow-secondary ow-small">{m.files.length > 0 ? `${m.files.length} 个文件` : ''}</span>
            <MaterialTag material={m} />
          </ListRow>
        ))}
      </div>
      {files.length > 0 ? (
        <div className="fo-paper-tools">
          <ViewerTools viewer={viewer} zoomInKey="Z" />
        </div>
      ) : null}
      <ViewerStage viewer={viewer} empty="这份材料没有文件。" />
    </>
  );
}

/** The result with its file, unless it lies among the notices already: a denial's notice is its result. */
function resultApart({ result, notices }: CaseDetail): NonNullable<CaseDetail['result']> | null {
  return result?.fileId && notices.every(({ fileId }) => fileId !== result.fileId) ? result : null;
}

/** The result is served like a notice and lies with them, first. */
function Notices({ detail }: { detail: CaseDetail }) {
  const [shown, setShown] = useState<string | null>(null);
  const { result } = detail;
  const today = shanghaiDateOf(useNow());
  const papers = useMemo<CaseDetail['notices']>(() => {
    const apart = resultApart(detail);
    if (!apart) return detail.notices;
    const { id, name: title, number, fileId } = apart;
    return [...detail.notices, { id, kind: 'decision', title, number, issuedAt: apart.issuedAt ?? detail.createdAt, fileId }];
  }, [detail]);
  return (
    <>
      {result ? (
        <dl className="fo-facts fo-result-facts">
          <Fact term="结果">{`${result.name} ${result.number}`}</Fact>
          <Fact term="纸质">{whereabouts(result)}</Fact>
          {result.pickup ? (
            <Fact term="取件">{`${formatMoment(result.pickup.at, today)} ${result.pickup.collectorName}（${result.pickup.relation === 'self' ? '本人' : '代理人'}），${result.pickup.handedOverBy.name}交付`}</Fact>
          ) : null}
          {result.pickup?.address ? <Fact term="收件地址">{result.pickup.address}</Fact> : null}
        </dl>
      ) : null}
      <NoticePane caseId={detail.id} notices={papers} shown={shown} onShow={setShown} onMaterials={null} resultId={result?.id ?? null} />
    </>
  );
}

/** R6.2: where the paper is now: once it is handed over no shelf has it. A denial is printed at the window like an electronic result. */
function whereabouts({ electronic, denial, pickup, place }: NonNullable<CaseDetail['result']>): string {
  if (pickup) return pickup.place ?? '已交付';
  if (place) return place;
  return electronic || denial ? '电子件，打印后交付' : '未送到窗口';
}

function FormFacts({ detail }: { detail: CaseDetail }) {
  const version = useQuery(itemVersionQuery(detail.itemVersionId));
  const definition: ItemDefinition | undefined = version.data?.definition;
  return (
    <div className="fo-form-facts">
      {detail.applicant ? <ApplicantFacts detail={detail} applicant={detail.applicant} /> : <Empty>还没有申请人。</Empty>}
      {version.isPending ? <SkeletonRows rows={5} blocks={0} label="表单" /> : null}
      {definition ? (
        <dl className="fo-facts">
          {definition.questions.map((question) => (
            <Fact key={question.key} term={question.title}>
              {valueWords({ oneOf: question.options.map((o) => ({ const: o.value, title: o.title })) }, detail.answers[question.key])}
            </Fact>
          ))}
        </dl>
      ) : null}
      {definition ? <FormWordsView schema={definition.form} values={detail.form} answers={detail.answers} /> : null}
    </div>
  );
}
