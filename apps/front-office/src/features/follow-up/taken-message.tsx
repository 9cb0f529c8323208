import { MessageBar } from '@onewindow/ui';
import { useNavigate } from 'react-router';
import type { TakenIn } from './taken-in.js';

/** What became of the papers that were just taken in, with the way to what is printed for them. */
export function TakenMessage({ taken, onClose }: { taken: TakenIn | null; onClose: () => void }) {
  const navigate = useNavigate();
  if (!taken) return null;
  return (
    <div className="fo-follow-taken">
      <MessageBar kind="done" link={{ label: '看文书', onOpen: () => void navigate(`/cases/${taken.caseId}`) }} onClose={onClose}>
        {taken.words}
      </MessageBar>
    </div>
  );
}
