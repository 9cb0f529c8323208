import { MessageBar } from '@onewindow/ui';
import { putAwayUpload, useFailedUploads } from './failed-uploads.js';

/** At the top of every screen: files that did not arrive after their case was left, each until it is put away. */
export function FailedUploadLines({ onOpen }: { onOpen: (caseId: string) => void }) {
  return useFailedUploads().map(({ key, caseId, caseName, fileName, reason, outcomeUnknown }) => (
    <MessageBar
      key={key}
      kind="error"
      actionLabel="回到本件"
      onAction={() => {
        putAwayUpload(key);
        onOpen(caseId);
      }}
      onClose={() => putAwayUpload(key)}
    >
      {outcomeUnknown
        ? `${caseName}：“${fileName}”没有收到答复，回到本件看收进没有。`
        : `${caseName}：“${fileName}”没有收进材料，重新收。${reason}`}
    </MessageBar>
  ));
}
