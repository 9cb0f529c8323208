import { Button, ErrorState } from '@onewindow/ui';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';

/** An address that is no screen, or a screen that failed: says so, with the way back. */
export function Broken() {
  const error = useRouteError();
  const navigate = useNavigate();
  const isMissing = error === undefined || error === null || (isRouteErrorResponse(error) && error.status === 404);
  return (
    <div className="fo-gate-message">
      <div className="fo-gate-box">
        <h1>{isMissing ? '没有这一页' : '这一页没有打开'}</h1>
        {isMissing ? (
          <p>核对地址，或回受理台。</p>
        ) : (
          <ErrorState onRetry={() => window.location.reload()} retryLabel="重新打开">
            网络中断，或系统刚更新过。
          </ErrorState>
        )}
        <div className="fo-gate-actions">
          <Button label="回受理台" onClick={() => void navigate('/counter')} />
        </div>
      </div>
    </div>
  );
}
