export interface DemonstrationAccount {
  staffNo: string;
  name: string;
  duty: string;
  password: string;
}

export interface DemonstrationAccountsProps {
  accounts: readonly DemonstrationAccount[];
  onChoose: (account: DemonstrationAccount) => void;
}

/** The accounts of the demonstration data; pressing one signs it in. */
export function DemonstrationAccounts({ accounts, onChoose }: DemonstrationAccountsProps) {
  return (
    <span className="fo-demo-accounts">
      {accounts.map((account) => (
        <button key={account.staffNo} type="button" className="fo-demo-account" onClick={() => onChoose(account)}>
          <span className="fo-demo-name">{account.name}</span>
          <span className="ow-secondary">{account.duty}</span>
          <span className="ow-secondary">
            {account.staffNo} / {account.password}
          </span>
        </button>
      ))}
    </span>
  );
}
