import type { BarredApplicant, CommitmentToCheck, DeemedCase, FollowUp, OverrideView } from '@onewindow/contracts';
import { momentCell, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { SHEET_PAGE } from '../../app/task-sheet.js';
import type { SectionSheet } from './section.js';

interface AboutCase {
  caseNo: string;
  itemName: string;
  hall: { name: string };
}

const CASE_COLUMNS: readonly SheetColumn<AboutCase>[] = [
  { title: '编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '大厅', width: 20, value: (row) => row.hall.name },
];
const TITLE_COLUMN: SheetColumn<{ title: string }> = { title: '办件', width: 28, value: (row) => row.title };
const APPLICANT_COLUMN: SheetColumn<{ applicantName: string }> = { title: '申请人', width: 20, value: (row) => row.applicantName };
const MATERIAL_COLUMN: SheetColumn<{ materialName: string }> = { title: '材料', width: 28, value: (row) => row.materialName };

const after = (cursor: string | null) => ({ limit: SHEET_PAGE, ...(cursor === null ? {} : { cursor }) });

/** 再次告知申请. */
export const OVERRIDES_SHEET: SectionSheet<OverrideView> = {
  columns: [
    ...CASE_COLUMNS,
    TITLE_COLUMN,
    { title: '申请人员', width: 12, value: (row) => row.requestedBy.name },
    { title: '申请时间', width: 18, value: (row) => momentCell(row.requestedAt) },
    { title: '理由', width: 40, value: (row) => row.requestReason },
  ],
  page: (cursor) => api.listOverrideRequests({ query: after(cursor) }),
};

/** 逾期视为受理. */
export const DEEMED_SHEET: SectionSheet<DeemedCase> = {
  columns: [
    ...CASE_COLUMNS,
    TITLE_COLUMN,
    { title: '部门', width: 20, value: (row) => row.department.name },
    { title: '收件日', width: 12, value: (row) => row.receivedOn },
    { title: '应当答复', width: 12, value: (row) => row.fuseOn },
    { title: '系统记入', width: 18, value: (row) => momentCell(row.acceptedAt) },
  ],
  page: (cursor) => api.listDeemed({ query: after(cursor) }),
};

/** 久未补正. */
export const UNBROUGHT_SHEET: SectionSheet<FollowUp> = {
  columns: [
    ...CASE_COLUMNS,
    TITLE_COLUMN,
    APPLICANT_COLUMN,
    { title: '部门', width: 20, value: (row) => row.department.name },
    { title: '一次告知', width: 18, value: (row) => momentCell(row.servedAt) },
    { title: '盼补齐', width: 12, value: (row) => row.by },
    { title: '剩余工作日', width: 12, value: (row) => row.clock.remaining },
    { title: '还差', width: 40, value: (row) => row.materials.map(({ name }) => name).join('、') },
    { title: '最近电话', width: 18, value: ({ lastCall }) => momentCell(lastCall?.at ?? null) },
  ],
  page: (cursor) => api.listUnbrought({ query: { when: 'late', ...after(cursor) } }),
};

/** 未兑现的容缺承诺. */
export const PROMISES_SHEET: SectionSheet<BarredApplicant> = {
  columns: [
    ...CASE_COLUMNS,
    APPLICANT_COLUMN,
    { title: '信用等级', width: 10, value: (row) => row.grade },
    MATERIAL_COLUMN,
    { title: '承诺日', width: 12, value: (row) => row.dueOn },
    { title: '记为未兑现', width: 12, value: (row) => row.unkeptOn },
    { title: '交来日', width: 12, value: (row) => row.arrivedOn },
  ],
  page: (cursor) => api.listBarredApplicants({ query: after(cursor) }),
};

/** 告知承诺核查. */
export const COMMITMENTS_SHEET: SectionSheet<CommitmentToCheck> = {
  columns: [
    ...CASE_COLUMNS,
    APPLICANT_COLUMN,
    MATERIAL_COLUMN,
    { title: '承诺日', width: 12, value: (row) => row.promisedOn },
    { title: '已过工作日', width: 12, value: (row) => row.waitingDays },
    { title: '承诺内容', width: 40, value: (row) => row.words },
  ],
  page: (cursor) => api.listCommitments({ query: after(cursor) }),
};
