import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import './session.css';

type Account = ResponseOf<Endpoints['signInPage']>['demonstrationAccounts'][number];

/** The accounts of a demonstration: one press signs in. Never there on a real installation. */
export function DemonstrationAccounts({ accounts, onChoose }: { accounts: readonly Account[]; onChoose: (account: Account) => void }) {
  return (
    <span className="bo-accounts">
      {accounts.map((account) => (
        <button key={account.staffNo} type="button" className="bo-account" onClick={() => onChoose(account)}>
          <span className="bo-account-name">{account.name}</span>
          <span className="bo-account-duty">{account.duty}</span>
          <span className="bo-account-no">{account.staffNo}</span>
        </button>
      ))}
    </span>
  );
}
