import { ConfigurationError } from '../platform/config/environment.js';
import { refusalOf } from '../platform/database/start-checks.js';
import { errorCode } from '../platform/process/error-code.js';
import { reportAndExit, StartRefused } from '../platform/process/run.js';

function pathOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string' ? error.path : '文件';
}

/** The sentence for what the operator can mend; undefined for what is our fault. */
function sentenceOf(error: unknown): string | undefined {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `没有权限读写 ${pathOf(error)}：请用启动一窗的那个用户运行，或改正权限。`;
    case 'ENOSPC':
      return '磁盘已满：请腾出空间再运行。';
    case 'ENOTDIR':
    case 'EISDIR':
      return `${pathOf(error)} 不是可用的路径：请换一个文件夹。`;
    case '42501':
      return '数据库属主的权限不够：这项操作要用库的属主（灌数据要超级用户）的连接，见 DATABASE_OWNER_URL。';
    default:
      return undefined;
  }
}

/** Ends a failed operation with exit code 1: one Chinese sentence, or the stack where none explains it. */
export function reportFailure(error: unknown): void {
  if (error instanceof ConfigurationError || error instanceof StartRefused) {
    reportAndExit(error);
    return;
  }
  const refusal = refusalOf(error);
  if (refusal instanceof StartRefused) {
    reportAndExit(refusal);
    return;
  }
  const sentence = sentenceOf(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(sentence ? `✗ ${sentence}\n` : `✗ 操作没有完成：${stack}\n`);
  process.exit(1);
}
