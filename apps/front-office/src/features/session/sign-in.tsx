import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import {
  DemonstrationAccounts,
  keepMachineSignIn,
  machineSignInWords,
  SignInPage,
  unlockScreen,
  useKeys,
  vault,
  type DemonstrationAccount,
  type SignInInput,
} from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, SESSION_KEY } from '../../app/api.js';
import { counterWords } from '../../app/counter-words.js';
import { queryClient } from '../../app/query-client.js';
import { signInPageQuery } from './session.queries.js';

const COUNTER_KEY = 'ow.counter';

function lastCounter(): string | undefined {
  try {
    return window.localStorage.getItem(COUNTER_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps which counter this machine stands at. */
export function keepCounter(counterId: string): void {
  try {
    window.localStorage.setItem(COUNTER_KEY, counterId);
  } catch {
    // Then it is chosen again tomorrow.
  }
}

function clerksFirst(accounts: readonly DemonstrationAccount[]): DemonstrationAccount[] {
  const isClerk = (account: DemonstrationAccount) => account.duty.includes('窗口');
  return [...accounts.filter(isClerk), ...accounts.filter((a) => !isClerk(a))];
}

export interface SignInProps {
  /** Whose session ended in the middle of the work; null for a fresh start. */
  interrupted: Session | null;
}

/** The sign-in page with the counters of the halls and, on demonstration data, the accounts to try. */
export function SignIn({ interrupted }: SignInProps) {
  const page = useQuery(signInPageQuery());
  const [error, setError] = useState<ProblemError | null>(null);
  // No key reaches the work behind the page.
  useKeys({}, { title: '登录', scope: 'lock' });

  /** Whoever goes on with their work sits where they sat, also when they are faster than the list of counters. */
  const ownSeat = (name: string): string | undefined =>
    page.data === undefined && name === interrupted?.staff.staffNo ? interrupted.counter?.id : undefined;

  async function signIn({ name, password, counterId }: SignInInput) {
    setError(null);
    try {
      const seat = counterId ?? ownSeat(name);
      const session = await api.signIn({ body: { name, password, ...(seat ? { counterId: seat } : {}) } });
      unlockScreen();
      if (session.counter) keepCounter(session.counter.id);
      keepMachineSignIn(session.serverTime, session.counter && counterWords(session.counter));
      // Another person: nothing of the one before may stay, neither in memory nor on the disk.
      if (interrupted?.staff.id !== session.staff.id) await vault.wipe();
      if (interrupted && interrupted.staff.id !== session.staff.id) {
        window.location.assign('/front/');
        return;
      }
      await vault.enter(session);
      queryClient.setQueryData(SESSION_KEY, session);
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
    } catch (cause) {
      setError(problemOf(cause));
    }
  }

  const before = machineSignInWords(shanghaiToday(new Date()));
  const counters = page.data?.counters.map((counter) => ({ id: counter.id, label: `${counter.hallName} ${counterWords(counter)}` })) ?? [];
  const remembered = interrupted?.counter?.id ?? lastCounter();
  const known = counters.some((c) => c.id === remembered) ? remembered : undefined;
  // Clerks first: these screens are theirs. Somebody whose session ended knows their own account.
  const accounts = interrupted ? [] : clerksFirst(page.data?.demonstrationAccounts ?? []);
  return (
    <div className="fo-sign-in">
      <SignInPage
        title="登录窗口系统"
        systemName={`${page.data?.regionName ?? ''}政务服务一窗受理系统`}
        onSubmit={signIn}
        error={error?.message ?? (page.isError ? page.error.message : null)}
        errorAt={error?.code === 'session.counter-not-yours' ? 'counter' : 'password'}
        counters={counters}
        defaultName={interrupted?.staff.staffNo ?? ''}
        {...(known ? { defaultCounterId: known } : {})}
        notes={[
          ...(interrupted ? [{ title: '登录已到期', text: `${interrupted.staff.name}登录后接着办，填的内容还在。` }] : []),
          ...(before === null ? [] : [{ title: '上次登录', text: before }]),
          ...(page.data ? [{ title: '今天', text: page.data.announcement ?? '服务正常。' }] : []),
          { title: '断网时', text: '已填的内容加密存在本机，恢复后自动送出；全停时用预编号纸质单收件，恢复后补录真实收件时间。' },
          ...(page.data?.helpDesk ? [{ title: '帮助', text: page.data.helpDesk }] : []),
          ...(accounts.length > 0
            ? [
                {
                  title: '演示账号',
                  text: (
                    <DemonstrationAccounts
                      accounts={accounts}
                      onChoose={(a) => void signIn({ name: a.staffNo, password: a.password, counterId: null })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
