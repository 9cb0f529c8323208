import { useNavigate } from 'react-router';
import { PasswordForm } from './password-form.js';

/** 改密码 from the person's menu. */
export function PasswordPage() {
  const navigate = useNavigate();
  return (
    <div className="bo-center">
      <PasswordForm
        intro="改后其他地方的登录作废。"
        onDone={() => undefined}
        onLeave={{ label: '不改了', keys: 'Escape', run: () => void navigate(-1) }}
      />
    </div>
  );
}
