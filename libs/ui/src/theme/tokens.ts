/**
 * The table of tokens: every colour and size the screens may use. `tokens.css` carries the same values as
 * CSS variables; a test keeps the two equal.
 */
export const COLORS = {
  text: '#151A21',
  textSecondary: '#434C5A',
  textTertiary: '#5A6472',
  textDisabled: '#5F6875',
  groundDisabled: '#F0F2F4',
  page: '#EEF0F3',
  pane: '#FFFFFF',
  paneHead: '#F6F7F9',
  current: '#E7EAEE',
  rule: '#D8DCE2',
  border: '#8A94A3',
  topBar: '#1B2738',
  documentGround: '#DFE2E7',
  accent: '#1F5AA6',
  accentHover: '#174A8B',
  accentTint: '#E7EFF9',
  accentLine: '#9DBBE0',
  green: '#1B6838',
  greenTint: '#E3F1E8',
  greenMark: '#2A8A4E',
  greenLine: '#9CCBAE',
  yellow: '#775000',
  yellowTint: '#FFEFC2',
  yellowMark: '#B87A00',
  yellowLine: '#DDB85A',
  red: '#AB221A',
  redTint: '#FBE4E2',
  redMark: '#C8352B',
  redLine: '#E2A19B',
  paused: '#434C5A',
  pausedBorder: '#6B7482',
} as const;

/** Grounds of the heat map, weakest first, and the count from which each applies. */
export const HEAT = {
  red: { steps: [1, 4, 10, 20], grounds: ['#FBE9E7', '#F5C9C4', '#EBA49D', '#E0857C'] },
  yellow: { steps: [1, 4, 10, 20], grounds: ['#FFFAEC', '#FFF2D0', '#FBE5A8', '#F5D27A'] },
  green: { steps: [1, 10, 30, 60], grounds: ['#F3F7F4', '#E6F0EA', '#D5E7DC', '#C2DACC'] },
  paused: { steps: [1, 10, 30, 60], grounds: ['#F3F4F6', '#E9ECF0', '#DDE1E7', '#D0D5DD'] },
} as const;

/** How large the screen is drawn: `narrow` below 1600 px, `wide` from there on, `large` in 大字模式. */
export type ScreenSize = 'narrow' | 'wide' | 'large';

/** Sizes in px for one screen size. */
export interface SizeTokens {
  font: number;
  fontSmall: number;
  fontTitle: number;
  fontTicket: number;
  control: number;
  controlSmall: number;
  controlLarge: number;
  inset: number;
  topBar: number;
  strip: number;
  paneHead: number;
  decisionBar: number;
  row: number;
  heatRow: number;
}

export const SIZES = {
  narrow: {
    font: 13,
    fontSmall: 12,
    fontTitle: 15,
    fontTicket: 24,
    control: 28,
    controlSmall: 24,
    controlLarge: 36,
    inset: 10,
    topBar: 40,
    strip: 46,
    paneHead: 32,
    decisionBar: 56,
    row: 28,
    heatRow: 21,
  },
  wide: {
    font: 14,
    fontSmall: 13,
    fontTitle: 16,
    fontTicket: 28,
    control: 32,
    controlSmall: 26,
    controlLarge: 40,
    inset: 12,
    topBar: 40,
    strip: 52,
    paneHead: 36,
    decisionBar: 56,
    row: 36,
    heatRow: 30,
  },
  large: {
    font: 16,
    fontSmall: 14,
    fontTitle: 18,
    fontTicket: 30,
    control: 36,
    controlSmall: 32,
    controlLarge: 44,
    inset: 12,
    topBar: 48,
    strip: 56,
    paneHead: 40,
    decisionBar: 64,
    row: 40,
    heatRow: 34,
  },
} as const satisfies Record<ScreenSize, SizeTokens>;

export const FONT_FAMILY = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** The width in px from which the wide sizes apply. */
export const WIDE_FROM = 1600;
