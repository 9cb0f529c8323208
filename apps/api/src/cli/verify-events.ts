import { groupCaseNo } from '@onewindow/domain';
import { type AuditFault, verifyAuditChain } from '../platform/audit/audit-chain.js';
import { createFileStore } from '../platform/files/file-store.factory.js';
import { StartRefused } from '../platform/process/run.js';
import { argumentsOf } from './arguments.js';
import { runOperation } from './operation.js';
import { reading, readingPool } from './verify/reading.js';
import { type ChainFault, type ChainProblem, verifyEvents } from './verify/verify-events.js';
import { type NoticeProblem, verifyNotices } from './verify/verify-notices.js';

const WORDS = {
  changed: '内容或哈希被改动',
  missing: '缺少这一步',
  surplus: '多出这一步',
  head: '链尾与办件记录的不符',
  case: '办件本身的记录不见了',
} as const satisfies Record<ChainProblem, string>;
const AUDIT_WORDS = {
  'entry-changed': '被改动',
  'entry-removed': '被删除',
  'link-removed': '之前的链环被删除',
} as const satisfies Record<AuditFault['fault'], string>;
const NOTICE_WORDS = {
  row: '文书和它的文件对不上',
  bytes: '文件的内容被改动',
  lost: '文件不在存储里',
} as const satisfies Record<NoticeProblem, string>;

const values = argumentsOf({ case: { type: 'string' } }, 'npm run verify:events [-- --case 受理编号]');
const caseNo = values.case?.replaceAll(/[\s-]/g, '');

function lineOf({ caseNo: number, caseId, seq, problem }: ChainFault): string {
  return `■ 办件 ${number ? groupCaseNo(number) : caseId} 第 ${seq} 步：${WORDS[problem]}（case_event case_id=${caseId} seq=${seq}）\n`;
}

/** npm run verify:events: walks every case's chain and the audit trail, reads every printed notice again, and names what does not hold (R10.1). */
runOperation('current', async ({ config, url, say }) => {
  const pool = readingPool(url);
  try {
    const { cases, events, faults } = await verifyEvents(pool, caseNo, (checked) => say(`已核对 ${checked} 件`));
    if (caseNo !== undefined && cases === 0) throw new StartRefused(`没有受理编号为 ${caseNo} 的办件。`);
    for (const fault of faults) process.stdout.write(lineOf(fault));
    const audit = caseNo === undefined ? await verifyAuditChain(reading(pool)) : null;
    if (audit) process.stdout.write(`■ 审计记录 ${audit.entryId} ${AUDIT_WORDS[audit.fault]}（audit_link seq=${audit.seq}）\n`);
    say(faults.length === 0 ? `${cases} 件、${events} 步，链完整` : `${cases} 件中 ${faults.length} 件的链不完整`);
    const printed = caseNo === undefined ? await verifyNotices(pool, await createFileStore(config)) : null;
    for (const { number, problem } of printed?.faults ?? []) process.stdout.write(`■ 文书 ${number}：${NOTICE_WORDS[problem]}\n`);
    if (printed)
      say(
        printed.faults.length === 0
          ? `${printed.notices} 份文书，内容都没有变`
          : `${printed.notices} 份文书中 ${printed.faults.length} 份不对`,
      );
    return faults.length === 0 && !audit && (printed?.faults.length ?? 0) === 0 ? 0 : 1;
  } finally {
    await pool.end();
  }
});
