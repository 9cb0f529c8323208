import type { CaseChange, CaseMaterial, FileRef, TaskDetail } from '@onewindow/contracts';
import { endpoints, pathOf } from '@onewindow/contracts';
import { MATERIAL_VERDICT_LABELS } from '@onewindow/domain';

/** One paper that the viewer can show: a material with its files, a notice, or the result. */
export interface CaseDocument {
  key: string;
  title: string;
  /** 2 份，合格; 正在制作. */
  words: string;
  tone: 'normal' | 'trouble';
  /** What stands on the stage when there is no file. */
  empty: string;
  /** What it was when it was seen last: 原 1 个文件，合格. */
  changed?: string;
  /** Of a notice that is printed: by it the original and the copies are told apart. */
  noticeId?: string;
  files: { id: string; name: string; mediaType: string; url: string }[];
}

/** The address of a file of a case. */
export function fileUrl(caseId: string, fileId: string): string {
  return pathOf(endpoints.getCaseFile, { params: { id: caseId, fileId } });
}

/** Where a qualified paper comes from says more than that it is qualified (R7). */
const TRUST_WORDS: Partial<Record<NonNullable<CaseMaterial['trustLevel']>, string>> = { A: 'A 级', B: '核原件' };

function materialWords({ files, trustLevel, verdict, required, dueOn }: CaseMaterial): string {
  const count = files.length > 0 ? `${files.length} 份` : '';
  const trusted = verdict === 'qualified' && trustLevel ? TRUST_WORDS[trustLevel] : undefined;
  const judged = verdict === 'missing' && !required ? '选交，未交' : MATERIAL_VERDICT_LABELS[verdict];
  // R4.3: what follows, by when.
  const day = verdict === 'deferred' && dueOn ? `${dueOn.slice(5)} 前补齐` : '';
  return [count, trusted ?? judged, day].filter(Boolean).join('，');
}

const ofFile = (caseId: string) => (file: FileRef) => ({
  id: file.id,
  name: file.name,
  mediaType: file.mediaType,
  url: fileUrl(caseId, file.id),
});

/** The materials of a case, in the order of the item; those without a file stay in the list and say so. */
export function materialDocuments(caseId: string, materials: readonly CaseMaterial[], changes: readonly CaseChange[] = []): CaseDocument[] {
  const before = new Map(changes.flatMap((change) => (change.part === 'material' ? [[change.key, change.before] as const] : [])));
  return materials.map((material) => ({
    key: material.code,
    title: material.name,
    words: material.defect ? `有误：${material.defect}` : materialWords(material),
    tone: material.verdict === 'faulty' || (material.verdict === 'missing' && material.required) ? 'trouble' : 'normal',
    empty: '这份材料还没有文件。',
    files: material.files.map(ofFile(caseId)),
    ...(before.has(material.code) ? { changed: `原 ${before.get(material.code) || '未交'}` } : {}),
  }));
}

/** The notices and the result, the newest first; one that the worker still prints says so. */
export function noticeDocuments(kase: Pick<TaskDetail['case'], 'id' | 'notices' | 'result'>): CaseDocument[] {
  const paper = (key: string, title: string, number: string, fileId: string | null, problem: string | null): CaseDocument => ({
    key,
    title,
    words: fileId ? number : `${number}，${problem ?? '正在制作'}`,
    tone: fileId === null && problem ? 'trouble' : 'normal',
    empty: problem ?? '正在制作，好了会自己出来。',
    files: fileId ? [{ id: fileId, name: `${title}.pdf`, mediaType: 'application/pdf', url: fileUrl(kase.id, fileId) }] : [],
  });
  const notices = [...kase.notices]
    .sort((a, b) => b.issuedAt.localeCompare(a.issuedAt))
    .map((n) => ({ ...paper(n.id, n.title, n.number, n.fileId, n.problem ?? null), ...(n.fileId ? { noticeId: n.id } : {}) }));
  const { result } = kase;
  // A denial's notice is its result: the same paper under the same number.
  if (!result || kase.notices.some(({ number }) => number === result.number)) return notices;
  return [paper(result.id, result.name, result.number, result.fileId, result.problem), ...notices];
}
