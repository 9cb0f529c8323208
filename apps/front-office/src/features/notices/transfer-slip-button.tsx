import { useCommand } from '@onewindow/api-client';
import { Button } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

/** 材料流转单: made once for the same papers, then lies among the notices and is printed like them. */
export function TransferSlipButton({
  caseId,
  onDone,
  onRefused,
}: {
  caseId: string;
  onDone: (noticeId: string) => void;
  onRefused: (words: string | null) => void;
}) {
  const issue = useCommand((id: string, keyedBy) => api.issuePaperTransferSlip({ params: { id } }, keyedBy(id)), {
    onDone: (slip) => {
      onRefused(null);
      void queryClient.invalidateQueries({ queryKey: ['case', caseId] });
      onDone(slip.id);
    },
    onRefused: (problem) => onRefused(problem.message),
  });
  return <Button size="small" label="流转单" keys="T" keyScope="pane" busy={issue.isPending} onClick={() => issue.mutate(caseId)} />;
}
