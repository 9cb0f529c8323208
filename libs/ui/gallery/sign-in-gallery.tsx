import { Button, SignInPage } from '@onewindow/ui';
import { useState } from 'react';

/** Mockup 06. */
export function SignInGallery() {
  const [error, setError] = useState<string | null>('工号或密码不对，还可试 3 次，之后锁定 15 分钟');
  return (
    <SignInPage
      title="登录窗口系统"
      systemName="临江区政务服务一窗受理系统"
      defaultName="LJ-03127"
      error={error}
      onSubmit={() => Promise.resolve(setError('工号或密码不对，还可试 2 次，之后锁定 15 分钟'))}
      counters={[{ id: '3', label: '区政务服务大厅 3 号综合窗口' }]}
      defaultCounterId="3"
      otherWays={
        <>
          <Button label="统一身份认证" onClick={() => undefined} />
          <Button label="证书登录" onClick={() => undefined} />
        </>
      }
      notes={[
        { title: '上次登录', text: '10-28 17:46，本机，3 号窗口' },
        { title: '今天', text: '服务正常。12:30 至 12:40 更新日历，不影响受理。' },
        { title: '断网时', text: '用预编号纸质单收件，恢复后补录真实收件时间。' },
        { title: '帮助', text: '信息科 内线 6120，8:30–18:00' },
      ]}
    />
  );
}
