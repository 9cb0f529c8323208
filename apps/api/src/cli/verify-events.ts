import { groupCaseNo } from '@onewindow/domain';
import pg from 'pg';
import { TYPE_PARSERS } from '../platform/database/type-parsers.js';
import { verifyEvents } from './verify/verify-events.js';
import { argumentsOf, runOperation } from './operation.js';

const WORDS = {
  changed: '内容或哈希被改动',
  missing: '缺少这一步',
  surplus: '多出这一步',
  head: '链尾与办件记录的不符',
} as const;

const { values } = argumentsOf({ case: { type: 'string' } }, 'npm run verify:events [-- --case 受理编号]');

/** npm run verify:events: walks every case's chain and names each row that does not hold (R10.1). */
runOperation({ migrate: false }, async ({ url, say }) => {
  const pool = new pg.Pool({ connectionString: url, max: 2, types: TYPE_PARSERS });
  try {
    const report = await verifyEvents(pool, values.case?.replaceAll(' ', ''), (checked) => say(`已核对 ${checked} 件`));
    for (const { caseNo, caseId, seq, problem } of report.faults) {
      process.stdout.write(
        `■ 办件 ${caseNo ? groupCaseNo(caseNo) : caseId} 第 ${seq} 步：${WORDS[problem]}（case_event case_id=${caseId} seq=${seq}）\n`,
      );
    }
    say(
      report.faults.length === 0
        ? `${report.cases} 件、${report.events} 步，链完整`
        : `${report.cases} 件中 ${report.faults.length} 件的链不完整`,
    );
    return report.faults.length === 0 ? 0 : 1;
  } finally {
    await pool.end();
  }
});
