import { useScreenSize } from '@onewindow/ui';

const HEIGHTS = {
  queue: { narrow: 43, wide: 56, large: 72 },
  list: { narrow: 28, wide: 36, large: 44 },
} as const;

/** Height of a row in px for the screen size: `queue` has two lines, `list` one. */
export function useRowHeight(kind: keyof typeof HEIGHTS): number {
  return HEIGHTS[kind][useScreenSize()];
}
