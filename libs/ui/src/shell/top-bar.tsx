import type { MouseEvent, ReactNode } from 'react';
import { formatBarDate } from '../format/format.js';
import { useNow } from '../hooks/use-now.js';
import './top-bar.css';

/** One place of the application in the top bar. */
export interface NavTab {
  key: string;
  /** 受理台, 跟进, 出件台 … */
  label: string;
  href: string;
  /** How many wait there; left out when none is counted. */
  count?: number | undefined;
}

export interface TopBarProps {
  /** The product's name: 一窗. */
  brand?: string;
  tabs?: readonly NavTab[];
  /** Key of the tab one is in. */
  current?: string | undefined;
  /** Opens a tab without loading the page anew. */
  onNavigate?: (tab: NavTab) => void;
  /** Where one sits: 区政务服务大厅·3 号综合窗口. */
  place?: string | undefined;
  /** The person's name with the menu, usually `<PersonMenu>`. */
  person?: ReactNode;
  /** False where the right side says something else (sign-in). */
  clock?: boolean;
}

/** The dark bar on top: brand, places with counts, place · person · date and time. */
export function TopBar({ brand = '一窗', tabs = [], current, onNavigate, place, person, clock = true }: TopBarProps) {
  function open(event: MouseEvent, tab: NavTab) {
    const isPlainClick = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!onNavigate || !isPlainClick) return;
    event.preventDefault();
    onNavigate(tab);
  }
  return (
    <header className="ow-top-bar">
      <span className="ow-top-bar-brand">{brand}</span>
      <nav className="ow-top-bar-tabs" aria-label="工作区">
        {tabs.map((tab) => (
          <a
            key={tab.key}
            href={tab.href}
            className={tab.key === current ? 'ow-top-bar-tab ow-top-bar-tab-current' : 'ow-top-bar-tab'}
            aria-current={tab.key === current ? 'page' : undefined}
            onClick={(event) => open(event, tab)}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="ow-top-bar-count">{tab.count}</span>}
          </a>
        ))}
      </nav>
      <span className="ow-top-bar-place" title={place}>
        {place}
      </span>
      {person}
      {clock ? <BarClock /> : null}
    </header>
  );
}

function BarClock() {
  const now = useNow('minute');
  return (
    <time className="ow-top-bar-clock" dateTime={now.toISOString()}>
      {formatBarDate(now)}
    </time>
  );
}
