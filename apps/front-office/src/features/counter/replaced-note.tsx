import { MessageBar } from '@onewindow/ui';
import { useState } from 'react';

/** Another person became the applicant while the case lay here: what the server let go of is told, until it is put away. */
export function ReplacedNote({ applicantId }: { applicantId: string | null }) {
  const [seen, setSeen] = useState(applicantId);
  const [isTold, setTold] = useState(false);
  if (seen !== applicantId) {
    setSeen(applicantId);
    setTold(seen !== null);
  }
  if (!isTold) return null;
  return (
    <div className="fo-desk-messages">
      <MessageBar kind="conflict" onClose={() => setTold(false)}>
        换了申请人：前一位的复用件、容缺和承诺、人证核对、代理人和自动带出的内容已撤去，收进的文件要重新核对。
      </MessageBar>
    </div>
  );
}
