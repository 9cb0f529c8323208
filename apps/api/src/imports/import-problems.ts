import { DomainError } from '@onewindow/domain';
import { ProblemException } from '../platform/index.js';

/** What can be wrong with the file itself; faults of rows are answered in the report. */
export const IMPORT_PROBLEMS = {
  noFile: () => new ProblemException(400, 'upload.file-missing', '没有收到文件。请选择一个 xlsx 文件后重试。'),
  notMultipart: () => new ProblemException(415, 'request.media-type-unsupported', '上传文件须用 multipart/form-data。'),
  type: () => new ProblemException(415, 'import.not-xlsx', '文件不是 xlsx。请用本页的空白模板填写后重试。'),
  tooLarge: (megabytes: number) => new ProblemException(413, 'upload.too-large', `文件超过 ${megabytes} MB。请分成几份导入。`),
  unreadable: () => new ProblemException(422, 'import.unreadable', 'xlsx 打不开，可能已损坏或加了密码。请另存一份后重试。'),
} as const;

/** The workbook lacks a sheet that this import reads. */
export class SheetMissing extends DomainError {
  constructor(name: string) {
    super({ code: 'import.sheet-missing', title: `文件里没有“${name}”这张表。请用本页的空白模板填写。`, kind: 'rule' });
  }
}

/** More rows than one command may write. */
export class TooManyRows extends DomainError {
  constructor(most: number) {
    super({ code: 'import.too-many-rows', title: `一次至多导入 ${most} 行。请分成几份。`, kind: 'rule' });
  }
}

/** Somebody else wrote one of the keys between the check and the commit. */
export class TakenMeanwhile extends DomainError {
  constructor() {
    super({ code: 'import.taken-meanwhile', title: '检查之后有同样的编号被别人写入，这次没有导入。请重新检查后再导入。', kind: 'state' });
  }
}
