import { endpoints, mayCall } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { KeyHints, MessageBar, SegmentedButtons, useKeys, useNow } from '@onewindow/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useSession } from '../session/index.js';
import { commitmentsQuery, deemedOfQuery, deemedQuery, overridesQuery, promisesQuery, unbroughtQuery } from './acceptance.queries.js';
import { CommitmentsSection } from './commitments-section.js';
import { DeemedSection } from './deemed-section.js';
import { OutageRanges } from './outage-ranges.js';
import { OverrideSection } from './override-section.js';
import { PromisesSection } from './promises-section.js';
import { itemsOf } from './section.js';
import { UnbroughtSection } from './unbrought-section.js';
import './acceptance.css';

type Section = 'overrides' | 'deemed' | 'unbrought' | 'promises' | 'commitments' | 'outage';

/** 受理督查: further notices that wait for a word, what silence accepted, papers that were never brought, and promises that were not kept (R2.3, R2.4, R2.8, R4.4). */
export function AcceptancePage() {
  const { staff } = useSession();
  const today = shanghaiToday(useNow());
  const [params, setParams] = useSearchParams();
  const supervises = mayCall(endpoints.listDeemed, staff.roles);
  const overrides = useInfiniteQuery({ ...overridesQuery, enabled: supervises });
  const deemed = useInfiniteQuery({ ...deemedQuery, enabled: supervises });
  const promises = useInfiniteQuery({ ...promisesQuery, enabled: supervises });
  const unbrought = useInfiniteQuery(unbroughtQuery);
  const checks = mayCall(endpoints.listCommitments, staff.roles);
  const commitments = useInfiniteQuery({ ...commitmentsQuery, enabled: checks });
  const counts: Record<Section, number | undefined> = {
    overrides: overrides.data?.pages[0]?.total,
    deemed: deemed.data?.pages[0]?.total,
    unbrought: unbrought.data?.pages[0]?.counts.late,
    promises: promises.data?.pages[0]?.total,
    commitments: commitments.data?.pages[0]?.total,
    outage: undefined,
  };
  const sections: Section[] = [
    ...(supervises ? (['overrides', 'deemed', 'unbrought', 'promises', 'outage'] as const) : (['unbrought'] as const)),
    ...(checks ? (['commitments'] as const) : []),
  ];
  // A message knows its case, not the list that it stands in.
  const caseId = params.get('case');
  const request = caseId === null ? undefined : itemsOf(overrides).find((one) => one.caseId === caseId);
  const looked = caseId ?? (params.get('section') === 'deemed' ? params.get('row') : null);
  const isLoaded = itemsOf(deemed).some((one) => one.caseId === looked);
  const deemedOne = useQuery({ ...deemedOfQuery(looked ?? ''), enabled: supervises && looked !== null && deemed.isSuccess && !isLoaded });
  const further = deemedOne.data?.items ?? [];
  const isDeemed = caseId !== null && (isLoaded || further.length > 0);
  const wanted = params.get('section') ?? (request ? 'overrides' : isDeemed ? 'deemed' : null);
  const section = sections.find((one) => one === wanted) ?? sections[0] ?? 'unbrought';
  const row = params.get('row') ?? request?.id ?? caseId;
  const isSettled = caseId !== null && !request && !isDeemed && overrides.isSuccess && deemedOne.isSuccess;
  const show = (next: Section, id: string | null = null) =>
    setParams(new URLSearchParams({ section: next, ...(id === null ? {} : { row: id }) }), { replace: true });
  const digits = Object.fromEntries(sections.map((one, i) => [`Alt+${i + 1}`, { label: LABELS[one], run: () => show(one) }]));
  useKeys(sections.length > 1 ? digits : {}, { title: '受理督查' });
  const common = { row, onRow: (id: string) => show(section, id), today };
  return (
    <div className="bo-page">
      <div className="bo-acceptance-strip">
        <h1 className="bo-acceptance-title">受理督查</h1>
        <SegmentedButtons<Section>
          label="看什么"
          options={sections.map((value) => ({
            value,
            label: counts[value] === undefined ? LABELS[value] : `${LABELS[value]} ${counts[value]}`,
          }))}
          value={section}
          onChange={(next) => show(next)}
        />
        <span className="bo-acceptance-keys">
          <KeyHints
            hints={[[['J', 'K'], '上下'], ...(sections.length > 1 ? [[[`Alt+1`, `Alt+${sections.length}`], '换栏'] as const] : [])]}
          />
        </span>
      </div>
      {isSettled ? (
        <MessageBar kind="done" onClose={() => show(section)}>
          这件已经答复，不在待办的列表里。
        </MessageBar>
      ) : null}
      {section === 'overrides' ? <OverrideSection query={overrides} {...common} /> : null}
      {section === 'deemed' ? <DeemedSection query={deemed} further={further} {...common} /> : null}
      {section === 'promises' ? <PromisesSection query={promises} {...common} /> : null}
      {section === 'commitments' ? <CommitmentsSection query={commitments} {...common} /> : null}
      {section === 'outage' ? <OutageRanges today={today} /> : null}
      {section === 'unbrought' ? <UnbroughtSection query={unbrought} {...common} /> : null}
    </div>
  );
}

const LABELS: Record<Section, string> = {
  overrides: '再次告知申请',
  deemed: '逾期视为受理',
  unbrought: '久未补正',
  promises: '未兑现承诺',
  commitments: '承诺核查',
  outage: '停机单号',
};
