export { GuidePane, type GuidePaneProps } from './guide-pane.js';
export { ItemPaperButtons } from './item-paper-buttons.js';
export { ItemPaperPane, type ShownItemPaper } from './item-paper-pane.js';
export { NoticePreview, type NoticePreviewProps } from './notice-preview.js';
export { PreviewPane, type PreviewPaneProps } from './preview-pane.js';
export { PrintedWords, PrintNoticeButton } from './print-notice-button.js';
export { TransferSlipButton } from './transfer-slip-button.js';
