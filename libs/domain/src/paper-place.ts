import type { ActionOffer } from './transition.js';

/** What a hall does with a paper result that another hall's window is to hand out (R6.2). */
export const PAPER_MOVES = ['call', 'send', 'arrive'] as const;
export type PaperMove = (typeof PAPER_MOVES)[number];

export const PAPER_MOVE_LABELS = { call: '调到本大厅', send: '送出', arrive: '已到本大厅' } as const satisfies Record<PaperMove, string>;

export type PaperState = 'here' | 'asked' | 'onTheWay';

/** R6.2: where the one paper of a result is. */
export interface PaperStanding {
  /** The hall where it lies, or lay when it set out. */
  readonly hallId: string;
  /** The hall that asked for it; null while nobody did. */
  readonly toHallId: string | null;
  readonly state: PaperState;
}

type MoveRule = (paper: PaperStanding, hallId: string) => string | null;

/** Why a hall can't make a move now, in Chinese; null when it can. */
const RULES: Record<PaperMove, MoveRule> = {
  call: ({ hallId: at, toHallId, state }, hallId) => {
    if (state === 'onTheWay') return toHallId === hallId ? '已经在来本大厅的路上' : '正送往别的大厅，到了再调';
    if (at === hallId) return '就在本大厅';
    return toHallId === hallId ? '已经请对方送来' : null;
  },
  send: ({ hallId: at, state }, hallId) => {
    if (state === 'onTheWay') return '已经送出';
    if (at !== hallId) return '不在本大厅';
    return state === 'asked' ? null : '没有大厅调取';
  },
  arrive: ({ toHallId, state }, hallId) => (state === 'onTheWay' && toHallId === hallId ? null : '没有在来本大厅的路上'),
};

/** R6.2: every move of a hall, the impossible ones with their reason. */
export function paperMovesFor(paper: PaperStanding, hallId: string): ActionOffer<PaperMove>[] {
  return PAPER_MOVES.map((action) => {
    const reason = RULES[action](paper, hallId);
    return reason === null ? { action, allowed: true } : { action, allowed: false, reason };
  });
}

/** Why a hall can't make this move; null when it can. */
export function paperMoveRefusal(move: PaperMove, paper: PaperStanding, hallId: string): string | null {
  return RULES[move](paper, hallId);
}

/** R6.2: where the paper is after an allowed move of a hall. A hall that asks takes the place of one that asked before. */
export function afterMove(move: PaperMove, paper: PaperStanding, hallId: string): PaperStanding {
  switch (move) {
    case 'call':
      return { ...paper, toHallId: hallId, state: 'asked' };
    case 'send':
      return { ...paper, state: 'onTheWay' };
    case 'arrive':
      return { hallId, toHallId: null, state: 'here' };
  }
}

/**
 * R6.2: why this hall can't hand the paper out; null when it lies there. One that was only asked for may still be handed out where it lies.
 * @param names of halls, for the sentence
 */
export function paperHindrance(paper: PaperStanding, hallId: string, nameOf: (hallId: string) => string): string | null {
  if (paper.state === 'onTheWay') {
    return paper.toHallId === hallId
      ? `纸质结果从${nameOf(paper.hallId)}送来，还没到。到了先记“已到本大厅”`
      : `纸质结果正送往${nameOf(paper.toHallId ?? '')}，由那里出件`;
  }
  if (paper.hallId === hallId) return null;
  const asked = paper.toHallId === hallId ? '，已请对方送来' : '。调到本大厅，或请申请人到那里领取';
  return `纸质结果在${nameOf(paper.hallId)}${asked}`;
}
