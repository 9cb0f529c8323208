import './demonstration-accounts.css';

/** Somebody whom the demonstration data has. */
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

/** The accounts of a demonstration: one press signs in. Never there on a real installation. */
export function DemonstrationAccounts({ accounts, onChoose }: DemonstrationAccountsProps) {
  return (
    <span className="ow-demo-accounts">
      {accounts.map((account) => (
        <button key={account.staffNo} type="button" className="ow-demo-account" onClick={() => onChoose(account)}>
          <span className="ow-strong">{account.name}</span>
          <span className="ow-secondary">{account.duty}</span>
          <span className="ow-secondary ow-demo-key">
            {account.staffNo} / {account.password}
          </span>
        </button>
      ))}
    </span>
  );
}
