import { problemOf } from '@onewindow/api-client';
import { shanghaiToday } from '@onewindow/domain';
import { DemonstrationAccounts, keepMachineSignIn, machineSignInWords, signOutAnswered, SignInPage } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { problemWords } from '../../app/problem-words.js';
import { signInPageQuery, startSession } from './session.queries.js';

/** Sign-in of the back office: without a counter, with the demonstration accounts where there are any. */
export function SignIn() {
  const { data: page } = useQuery(signInPageQuery);
  const [error, setError] = useState<string | null>(null);

  async function submit(name: string, password: string): Promise<void> {
    setError(null);
    try {
      await signOutAnswered();
      const session = await api.signIn({ body: { name, password } });
      keepMachineSignIn(session.serverTime, null);
      await startSession(session);
    } catch (cause) {
      setError(problemWords(problemOf(cause)));
    }
  }

  // Who sits at a counter works in the other application.
  const accounts = (page?.demonstrationAccounts ?? []).filter(({ duty }) => !duty.includes('窗口'));
  const before = machineSignInWords(shanghaiToday(new Date()));
  const notes = [
    ...(before === null ? [] : [{ title: '上次登录', text: before }]),
    ...(page ? [{ title: '今天', text: page.announcement ?? '服务正常。' }] : []),
    ...(page?.helpDesk ? [{ title: '帮助', text: page.helpDesk }] : []),
    { title: '窗口人员', text: <a href="/front/">去窗口系统登录</a> },
    ...(accounts.length > 0
      ? [
          {
            title: '演示账号',
            text: <DemonstrationAccounts accounts={accounts} onChoose={(account) => void submit(account.staffNo, account.password)} />,
          },
        ]
      : []),
  ];
  return (
    <SignInPage
      title="登录审批系统"
      systemName={page ? `${page.regionName}政务服务一窗受理系统` : '政务服务一窗受理系统'}
      onSubmit={({ name, password }) => submit(name, password)}
      error={error}
      notes={notes}
    />
  );
}
