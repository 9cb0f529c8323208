import { paperDate } from '@onewindow/domain';
import { caseNoFact, contact, materialTable, type NoticeWords } from './phrases.js';

/** 材料流转单: goes with the paper; whoever takes the file over scans the code. */
export const paperTransfer: NoticeWords = {
  opening: (c) => [
    [{ bold: c.item }, `的纸质申请材料随本单移交。交接时扫描下方二维码，逐份核对下表，双方签名。申请人：${c.applicantName}。`],
  ],
  facts: (c) => [
    caseNoFact(c),
    ['移出', c.office.counter === null ? c.office.hall : `${c.office.hall} ${c.office.counter}`],
    ['移入', c.office.department],
    ['移交日期', paperDate(c.issuedOn)],
  ],
  table: (c) => materialTable('移交的纸质材料', c.materials),
  closing: (c) => [[`数目或材料不符的，当场写明，不签收。${contact(c)}`]],
};
