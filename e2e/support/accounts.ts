import { createApiClient } from '@onewindow/api-client';
import { origin, type Person, signIn } from './person.js';

/** One of the accounts that the demonstration shows on its sign-in page. */
export interface Account {
  staffNo: string;
  name: string;
  duty: string;
  password: string;
}

/** The demonstration accounts. */
export async function accounts(base = origin()): Promise<Account[]> {
  const api = createApiClient({ baseUrl: base, csrfToken: () => null });
  const { demonstrationAccounts } = await api.signInPage();
  return demonstrationAccounts;
}

/** The account whose duty contains all of these words. */
export async function accountFor(...words: string[]): Promise<Account> {
  const all = await accounts();
  const found = all.find((one) => words.every((word) => `${one.duty} ${one.name}`.includes(word)));
  if (!found)
    throw new Error(`No demonstration account for ${words.join(' ')}: ${all.map((one) => `${one.staffNo} ${one.duty}`).join(', ')}`);
  return found;
}

/** Signs an account in over the API. */
export function enter(account: Account, counterNumber?: number): Promise<Person> {
  return signIn(account.staffNo, account.password, counterNumber === undefined ? {} : { counterNumber });
}

/** A colleague who is not on the sign-in page; everybody of the demonstration has the same first password. */
export async function colleague(name: string): Promise<Account & { id: string }> {
  const administrator = await accountFor('系统管理员');
  const { api } = await enter(administrator);
  const { items } = await api.listStaff({ query: { q: name } });
  const person = items.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody is called ${name}`);
  return {
    id: person.id,
    staffNo: person.staffNo,
    name,
    duty: [person.department?.name, person.hall?.name].filter(Boolean).join('，'),
    password: administrator.password,
  };
}
