import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { KeyProvider } from '../keys/key-provider.js';
import { antdTheme } from './antd-theme.js';
import { isLargeType, setLargeType, useScreenSize } from './display-mode.js';
import './base.css';
import './antd-fit.css';

const BUTTON = { autoInsertSpace: false } as const;
const WAVE = { disabled: true } as const;
/** Pop-ups stay inside the landmark of their trigger, so that screen readers find them there. */
const popupContainer = (trigger?: HTMLElement) => trigger?.closest<HTMLElement>('header, main') ?? document.body;

export interface OneWindowProviderProps {
  children: ReactNode;
  /** Nonce of the page's content security policy, for the style elements that antd writes. */
  nonce?: string;
}

/**
 * Wraps an application once: antd in Chinese with the shared tokens, the screen size on the root element, the key registry,
 * and Alt+0 for 大字模式.
 */
export function OneWindowProvider({ children, nonce }: OneWindowProviderProps) {
  const size = useScreenSize();
  const theme = useMemo(() => antdTheme(size), [size]);
  const csp = useMemo(() => (nonce ? { nonce } : undefined), [nonce]);
  useLayoutEffect(() => {
    document.documentElement.dataset['owSize'] = size;
    document.documentElement.lang = 'zh-CN';
  }, [size]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={BUTTON} wave={WAVE} getPopupContainer={popupContainer} {...(csp ? { csp } : {})}>
      <KeyProvider onLargeType={() => setLargeType(!isLargeType())}>{children}</KeyProvider>
    </ConfigProvider>
  );
}
