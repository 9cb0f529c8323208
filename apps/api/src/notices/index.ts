export type { DocumentTable, OfficialDocument, Paragraph, SheetDocument, SheetShape } from './document/document-model.js';
export { childFacts } from './document/words/bundle-outcome.js';
export { DocumentNumber } from './document-number.entity.js';
export type {
  DeferredMaterial,
  ExtensionFacts,
  ListedChild,
  ListedMaterial,
  ListedOutcome,
  NoticeContent,
  NoticeOffice,
  ProcedureFacts,
  PromisedMaterial,
  StoredNoticeContent,
} from './notice-content.js';
export {
  isPermit,
  itemInFull,
  listedChildren,
  type MaterialRow,
  type NoticeCommon,
  noticeContent,
  type NoticeInput,
  wantsDecisionNotice,
} from './notice-facts.js';
export { NoticeIssuer } from './notice-issuer.js';
export { type IssuedKind, noticeMark, noticeTitle } from './notice-kinds.js';
export { OFFICE } from './notice-office.js';
export { NoticePreviews } from './notice-previews.js';
export { NoticeUnprintable } from './notice-problems.js';
export { Notice } from './notice.entity.js';
export { NoticesModule } from './notices.module.js';
export { sendPdf } from './pdf-reply.js';
export { problemWords } from './render/problem-words.js';
export { DocumentRenderer } from './render/document-renderer.js';
export { type ResultContent, resultContent } from './result-content.js';
export { RESULT_PROBLEM } from './result-problem.js';
export { type ResultInput, ResultMaker, ResultWithoutDecision } from './result-maker.js';
