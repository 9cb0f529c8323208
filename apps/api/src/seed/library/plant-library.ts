import { addCalendarDays, type IsoDate, type TrustLevel, validThroughOf } from '@onewindow/domain';
import { type CommandTx, newId, sql } from '../../platform/index.js';
import type { MaterialSeed } from '../catalogue/building-blocks.js';
import { APPLICANTS } from '../cases/applicants.js';
import type { PaperBox } from '../papers/paper-box.js';

interface Kept {
  readonly libraryKey: string;
  readonly paper: Pick<MaterialSeed, 'code' | 'name' | 'kind'>;
  readonly trustLevel: TrustLevel;
  /** Days ago at which it came to the counter. */
  readonly daysAgo: number;
  /** Months for which it holds from then; null without end. */
  readonly months: number | null;
}

const OF_PLACES: readonly Kept[] = [
  {
    ...{ libraryKey: 'hygiene-rules', paper: { code: 'rules', name: '卫生管理制度', kind: 'document' } },
    ...{ trustLevel: 'B', daysAgo: 232, months: null },
  },
  {
    ...{ libraryKey: 'site-plan', paper: { code: 'drawing', name: '场所平面布局图', kind: 'drawing' } },
    ...{ trustLevel: 'C', daysAgo: 604, months: null },
  },
  {
    ...{ libraryKey: 'hygiene-report', paper: { code: 'testReport', name: '卫生检测报告', kind: 'report' } },
    ...{ trustLevel: 'B', daysAgo: 232, months: 6 },
  },
];

const APPLICANTS_BY_NAME = sql<{ id: string }>(`SELECT id FROM applicant WHERE name = ANY($1) ORDER BY id`);
const LAY = sql(
  `INSERT INTO material_library (id, applicant_id, library_key, version, name, trust_level, issued_on, valid_through, files, added_at)
   SELECT m.id, m."applicantId", m."libraryKey", 1, m.name, m."trustLevel", m."issuedOn", m."validThrough", m.files, m."addedAt"
   FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "applicantId" uuid, "libraryKey" text, name text, "trustLevel" text, "issuedOn" date,
     "validThrough" date, files jsonb, "addedAt" timestamptz)`,
);

/** 可复用材料 of the demonstration: whoever runs a public place was here before, with rules that hold, a plan to be compared, a report that has run out (R7). */
export async function plantLibrary(tx: CommandTx, papers: PaperBox, today: IsoDate): Promise<void> {
  const applicants = await tx.query(APPLICANTS_BY_NAME, [APPLICANTS.place.map(({ input }) => input.name)]);
  const rows = [];
  for (const { libraryKey, paper, trustLevel, daysAgo, months } of OF_PLACES) {
    const files = await papers.papersFor(paper);
    const addedOn = addCalendarDays(today, -daysAgo);
    const dates = { issuedOn: months === null ? null : addedOn, validThrough: months === null ? null : validThroughOf(addedOn, months) };
    for (const { id } of applicants)
      rows.push({
        ...{ id: newId(), applicantId: id, libraryKey, name: paper.name, trustLevel },
        ...dates,
        files,
        addedAt: `${addedOn}T02:00:00Z`,
      });
  }
  await tx.query(LAY, [JSON.stringify(rows)]);
}
