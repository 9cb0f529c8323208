import { Dropdown } from 'antd';
import { isLargeType, setLargeType, useScreenSize } from '../theme/display-mode.js';
import { Kbd } from '../marks/kbd.js';

export interface PersonMenuProps {
  name: string;
  /** Of the person's sign-in before this one: when and where. */
  lastSignIn?: string | null;
  onChangePassword: () => void;
  onLock: () => void;
  onSignOut: () => void;
}

/** The person's name in the top bar with 改密码, 大字模式, 锁屏, 退出. */
export function PersonMenu({ name, lastSignIn = null, onChangePassword, onLock, onSignOut }: PersonMenuProps) {
  const isLarge = useScreenSize() === 'large';
  const withKey = (label: string, keys: string) => (
    <span className="ow-menu-item">
      <span>{label}</span>
      <Kbd keys={keys} />
    </span>
  );
  const actions: Record<string, () => void> = {
    password: onChangePassword,
    large: () => setLargeType(!isLargeType()),
    lock: onLock,
    'sign-out': onSignOut,
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          ...(lastSignIn === null
            ? []
            : [{ key: 'last', type: 'group' as const, label: `上次登录 ${lastSignIn}` }, { type: 'divider' as const }]),
          { key: 'password', label: '改密码' },
          { key: 'large', label: withKey(isLarge ? '常规字号' : '大字模式', 'Alt+0') },
          { key: 'lock', label: withKey('锁屏', 'Ctrl+L') },
          { type: 'divider' },
          { key: 'sign-out', label: '退出' },
        ],
        onClick: ({ key }) => actions[key]?.(),
      }}
    >
      <button type="button" className="ow-top-bar-person" aria-haspopup="menu">
        {name}
      </button>
    </Dropdown>
  );
}
