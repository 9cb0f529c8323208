import type { RouteState } from './layout.js';

/** What a step without words of its own says of itself. */
export const STATE_WORDS = {
  done: '已办完',
  current: '本环节',
  open: '办理中',
  silent: '未答复',
  deemed: '视为无意见',
  future: '未开始',
  skipped: '不经过',
  returned: '已退回',
} as const satisfies Record<RouteState, string>;
