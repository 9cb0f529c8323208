import { describe, expect, it } from '@jest/globals';
import type { CaseMaterial } from '@onewindow/contracts';
import { materialDocuments, noticeDocuments } from './documents.js';

const file = { id: 'f1', name: '总平面图.pdf', mediaType: 'application/pdf', size: 20_000, sha256: '' };
function material(part: Partial<CaseMaterial>): CaseMaterial {
  return {
    code: 'plan',
    name: '设计方案图',
    required: true,
    isKey: false,
    verdict: 'qualified',
    defect: null,
    trustLevel: 'B',
    receivedAt: null,
    files: [file],
    ...part,
  };
}

describe('materialDocuments', () => {
  it('say how many, how good, and where the file is', () => {
    const [document] = materialDocuments('c1', [material({})]);
    expect(document).toMatchObject({ words: '1 份，核原件', tone: 'normal' });
    expect(document?.files[0]?.url).toBe('/api/cases/c1/files/f1');
    expect(materialDocuments('c1', [material({ trustLevel: 'C' })])[0]?.words).toBe('1 份，合格');
  });

  it('keep what is missing in the list', () => {
    const [required, optional] = materialDocuments('c1', [
      material({ verdict: 'missing', files: [], trustLevel: null }),
      material({ verdict: 'missing', files: [], trustLevel: null, required: false }),
    ]);
    expect(required).toMatchObject({ words: '未交', tone: 'trouble', files: [] });
    expect(optional).toMatchObject({ words: '选交，未交', tone: 'normal' });
  });

  it('tell the defect', () => {
    expect(materialDocuments('c1', [material({ verdict: 'faulty', defect: '缺图签' })])[0]?.words).toBe('有误：缺图签');
  });
});

describe('noticeDocuments', () => {
  const notice = (id: string, issuedAt: string, fileId: string | null) => ({
    id,
    kind: 'receipt' as const,
    title: '受理通知书',
    number: id,
    issuedAt,
    fileId,
  });

  it('stand newest first, the result on top, and say what is still being printed', () => {
    const result = {
      id: 'r',
      name: '卫生许可证',
      number: '临卫公证字〔2026〕1 号',
      electronic: false,
      denial: false,
      validFrom: null,
      validUntil: null,
      issuedAt: null,
      place: null,
      fileId: null,
      problem: null,
      pickup: null,
    };
    const documents = noticeDocuments({
      id: 'c',
      result,
      notices: [notice('1', '2026-10-22T01:00:00Z', 'f'), notice('2', '2026-10-23T01:00:00Z', null)],
    });
    expect(documents.map(({ key }) => key)).toEqual(['r', '2', '1']);
    expect(documents[1]?.words).toBe('2，正在制作');
    expect(documents[2]?.files).toHaveLength(1);
    const refused = { ...result, problem: '缺字“㙍”，没有制作' };
    expect(noticeDocuments({ id: 'c', result: refused, notices: [] })[0]).toMatchObject({
      words: expect.stringContaining('缺字'),
      tone: 'trouble',
    });
    const broken = { ...notice('3', '2026-10-23T01:00:00Z', null), problem: '缺字“㙍”，没有制作' };
    expect(noticeDocuments({ id: 'c', result: null, notices: [broken] })[0]).toMatchObject({
      words: '3，缺字“㙍”，没有制作',
      tone: 'trouble',
    });
  });
});
