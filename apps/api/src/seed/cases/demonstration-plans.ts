import { absentPapers } from './absent-papers.js';
import { type ApplicantGroup, APPLICANTS, type ApplicantSeed, BUILDINGS } from './applicants.js';
import { ANSWERED_BY_URBAN, ASK_HEALTH, ASK_URBAN } from './asked-plans.js';
import type { AskedPlan, CasePlan, Ending, OpenStatus, PlannedItem, StepStatus } from './case-plan.js';

const GROUP_OF = {
  food: 'food',
  place: 'place',
  lift: 'owner',
  award: 'tech',
  medical: 'adult',
  street: 'organiser',
  pension: 'adult',
  elder: 'elder',
} as const satisfies Record<PlannedItem, ApplicantGroup>;

const SQUARES = [
  '百货大楼南广场',
  '望湖公园东门',
  '江滨步行街北口',
  '北园市场前',
  '青禾路地铁站 B 口',
  '临江大道人行道 60 号段',
  '中山东路文化广场',
] as const;

type Steps = Readonly<Record<string, StepStatus>>;
/** Days since receipt, open steps, when they opened, when they were last acted on, what silence ended, whom the holder asked. */
type ReviewRow = readonly [
  days: number,
  open: Steps,
  openedAfter?: number,
  actedAfter?: number,
  deemed?: readonly string[],
  asked?: readonly AskedPlan[],
];

const pooled = (...keys: string[]): Steps => Object.fromEntries(keys.map((key) => [key, 'pooled' as const]));
const claimed = (...keys: string[]): Steps => Object.fromEntries(keys.map((key) => [key, 'claimed' as const]));

const REVIEWS: Partial<Record<PlannedItem, readonly ReviewRow[]>> = {
  food: [
    [9, claimed('paper')],
    [8, claimed('site'), 2],
    [7, pooled('site#2'), 4],
    [7, claimed('paper')],
    [6, pooled('decision'), 4],
    [6, claimed('site'), 1, 2],
    [5, claimed('site'), 3, 3, [], [ASK_HEALTH]],
    [5, claimed('decision'), 4, 5],
    [4, claimed('paper'), 0, 3],
    [4, pooled('site'), 2],
    [3, claimed('site#2'), 2, 3],
    [3, pooled('paper')],
    [2, pooled('site'), 1],
    [2, pooled('decision'), 2],
    [1, claimed('paper'), 0, 1],
    [1, pooled('site'), 1],
    [0, pooled('paper')],
    [0, pooled('paper')],
  ],
  place: [
    [9, claimed('review')],
    [8, claimed('review'), 0, 1],
    [7, claimed('review')],
    [6, pooled('decision'), 5],
    [6, pooled('review')],
    [5, claimed('review'), 0, 2],
    [5, claimed('decision'), 4, 5],
    [4, claimed('review'), 0, 3],
    [4, pooled('decision'), 3],
    [3, claimed('review'), 0, 3],
    [3, pooled('review')],
    [2, claimed('review'), 0, 1],
    [2, pooled('decision'), 2],
    [1, pooled('review')],
    [1, claimed('review'), 0, 1],
    [0, pooled('review')],
    [0, pooled('review')],
  ],
  lift: [
    [12, pooled('decision'), 11],
    [11, claimed('notice'), 6, 7, ['fire']],
    [10, claimed('notice'), 5, 9],
    // Two have answered, one was silent, and one was asked beside the route.
    [9, claimed('planning'), 0, 1, ['fire'], [ASK_URBAN]],
    [8, claimed('notice'), 5, 7],
    [8, pooled('planning#chief'), 4],
    [7, pooled('notice'), 6],
    [6, claimed('planning'), 0, 5, [], [ANSWERED_BY_URBAN]],
    [5, { planning: 'claimed', fire: 'pooled' }, 0, 5],
    [5, claimed('fire'), 0, 1],
    [4, { planning: 'claimed', fire: 'pooled', market: 'claimed' }, 0, 3],
    [3, { planning: 'claimed', housing: 'pooled', fire: 'pooled' }, 0, 2],
    [2, { planning: 'pooled', housing: 'claimed', fire: 'pooled', market: 'pooled' }],
    [1, { planning: 'pooled', housing: 'refused', fire: 'pooled', market: 'pooled' }, 0, 1],
    [0, pooled('planning', 'housing', 'fire', 'market')],
  ],
  award: [
    [31, claimed('decision'), 20, 27],
    [29, pooled('decision'), 27],
    [26, claimed('notice'), 14, 15],
    [20, claimed('notice'), 16, 19],
    [15, claimed('tax'), 0, 8],
    [9, claimed('check'), 0, 4],
    [6, { check: 'claimed', tax: 'pooled' }, 0, 4],
    [3, claimed('check', 'tax'), 0, 2],
    [1, pooled('check', 'tax')],
  ],
  street: [
    [3, claimed('site')],
    [1, pooled('decision'), 1],
    [1, claimed('site'), 0, 1],
    [0, pooled('site')],
    [0, pooled('decision'), 0],
  ],
  elder: [
    [12, pooled('decision'), 9],
    [11, claimed('check'), 0, 2],
    [9, claimed('decision'), 7, 9],
    [8, pooled('household')],
    [6, claimed('check'), 0, 4],
    [4, claimed('check', 'household'), 0, 3],
    [3, pooled('check', 'household')],
    [1, { check: 'pooled', household: 'claimed' }, 0, 1],
    [0, pooled('check', 'household')],
  ],
};

/** Item, days since receipt, days to the decision, days to 出证, days to the hand-over. */
type DoneRow = readonly [
  item: PlannedItem,
  days: number,
  decidedAfter: number,
  issuedLater: number,
  collectedLater: number,
  more?: { deny?: true; minutesAgo?: number; issue?: OpenStatus },
];

const DECIDED: readonly DoneRow[] = [
  ['food', 12, 4, 0, 0, { issue: 'claimed' }],
  ['food', 7, 5, 0, 0],
  ['food', 4, 3, 0, 0],
  ['place', 13, 5, 0, 0, { issue: 'claimed' }],
  ['place', 6, 4, 0, 0],
  ['place', 4, 4, 0, 0],
  ['lift', 14, 10, 0, 0, { issue: 'claimed' }],
  ['elder', 11, 8, 0, 0],
  ['elder', 7, 7, 0, 0, { issue: 'claimed' }],
  ['street', 3, 1, 0, 0],
];

const READY: readonly DoneRow[] = [
  ['food', 14, 4, 2, 0],
  ['food', 8, 5, 1, 0],
  ['food', 6, 4, 2, 0],
  ['place', 18, 5, 3, 0],
  ['place', 9, 4, 2, 0],
  ['place', 7, 5, 0, 0, { deny: true }],
  ['elder', 16, 9, 2, 0],
  ['elder', 12, 8, 2, 0],
  ['elder', 10, 9, 1, 0],
  ['lift', 17, 10, 3, 0],
  ['pension', 3, 0, 0, 0],
  ['pension', 1, 0, 0, 0],
  ['award', 28, 24, 0, 0],
  ['award', 26, 25, 0, 0],
];

const CONCLUDED: readonly DoneRow[] = [
  ['food', 16, 4, 2, 3],
  ['food', 15, 7, 1, 2],
  ['food', 14, 5, 2, 1],
  ['food', 13, 4, 1, 4],
  ['food', 12, 3, 2, 3],
  ['food', 11, 5, 1, 2],
  ['food', 10, 4, 2, 3, { minutesAgo: 21 }],
  ['place', 16, 5, 2, 4],
  ['place', 15, 5, 1, 3],
  ['place', 14, 6, 2, 3],
  ['place', 12, 4, 2, 2],
  ['place', 11, 5, 0, 3, { deny: true }],
  ['place', 10, 4, 2, 3, { minutesAgo: 48 }],
  ['elder', 16, 8, 2, 3],
  ['elder', 15, 9, 2, 2],
  ['elder', 14, 7, 2, 4],
  ['elder', 13, 8, 2, 3, { minutesAgo: 97 }],
  ['street', 14, 1, 1, 1],
  ['street', 12, 1, 0, 1],
  ['street', 10, 2, 1, 0],
  ['street', 8, 1, 1, 1],
  ['street', 5, 1, 0, 0, { deny: true }],
  ['medical', 14, 0, 0, 0],
  ['medical', 12, 0, 0, 0],
  ['medical', 9, 0, 0, 0],
  ['medical', 7, 0, 0, 0],
  ['medical', 4, 0, 0, 0],
  ['medical', 2, 0, 0, 0],
  ['medical', 0, 0, 0, 0, { minutesAgo: 9 }],
  ['pension', 13, 0, 1, 2],
  ['pension', 10, 0, 0, 1],
  ['pension', 6, 0, 1, 1],
  ['pension', 1, 0, 0, 1, { minutesAgo: 66 }],
  ['award', 30, 26, 0, 2],
];

const EARLY: readonly (readonly [item: PlannedItem, days: number, ending: Ending])[] = [
  ['food', 0, { at: 'draft' }],
  ['place', 0, { at: 'draft' }],
  ['medical', 0, { at: 'draft' }],
  ['elder', 1, { at: 'draft' }],
  ['food', 0, { at: 'received' }],
  ['food', 2, { at: 'received' }],
  ['place', 1, { at: 'received' }],
  ['lift', 3, { at: 'received' }],
  ['elder', 0, { at: 'received' }],
  ['award', 2, { at: 'received' }],
  // Nobody answers it: the law accepts it (R2.4).
  ['place', 8, { at: 'received' }],
  // Asked for long ago and never brought (R2.8).
  ['food', 16, { at: 'supplementing', faulty: 'layout' }],
  ['place', 13, { at: 'supplementing', faulty: 'drawing' }],
  ['food', 1, { at: 'supplementing', faulty: 'layout' }],
  ['food', 4, { at: 'supplementing', faulty: 'safetyRules' }],
  ['food', 9, { at: 'supplementing', faulty: 'layout' }],
  ['place', 2, { at: 'supplementing', faulty: 'testReport' }],
  ['place', 6, { at: 'supplementing', faulty: 'drawing' }],
  ['lift', 5, { at: 'supplementing', faulty: 'consent' }],
  ['award', 3, { at: 'supplementing', faulty: 'application' }],
  ['elder', 2, { at: 'supplementing', faulty: 'bankCard' }],
  ['street', 6, { at: 'declined', reason: '所申请的地点属市管道路，不属本区权限，请向市城市管理和综合执法局申请。' }],
  ['food', 11, { at: 'declined', reason: '仅销售预包装食品，依法办理备案即可，不需要取得食品经营许可。' }],
  ['elder', 8, { at: 'declined', reason: '申领人户籍不在本区，请向户籍地街道申领。' }],
  ['food', 10, { at: 'withdrawn', after: 3, reason: '申请人调整经营项目，准备重新申请。' }],
  ['place', 7, { at: 'withdrawn', after: 1, reason: '租赁合同解除，不再经营。' }],
  ['lift', 15, { at: 'withdrawn', after: 8, reason: '业主要求修改设计方案后重新申请。' }],
  ['lift', 20, { at: 'terminated', after: 12, reason: '房屋已列入征收范围，本申请不再具备办理条件。' }],
  ['award', 22, { at: 'terminated', after: 9, reason: '企业已迁出本区，不再符合申领条件。' }],
];

function doneEnding(at: 'decided' | 'ready' | 'concluded', [, , decidedAfter, issuedLater, collectedLater, more]: DoneRow): Ending {
  const decision = more?.deny === true ? 'deny' : 'grant';
  return {
    at,
    decision,
    decidedAfter,
    issuedLater,
    collectedLater,
    minutesAgo: more?.minutesAgo ?? null,
    issueTask: more?.issue ?? 'pooled',
  };
}

/** Some hundred and fifty cases in every state; longest ago first. */
export function demonstrationPlans(): CasePlan[] {
  const rows = [
    ...Object.entries(REVIEWS).flatMap(([item, reviews]) =>
      reviews.map(([days, open, openedAfter = 0, actedAfter = openedAfter, deemed = [], asked = []]) => {
        const ending: Ending = { at: 'review', open, openedAfter, actedAfter, deemed, asked };
        return [item as PlannedItem, days, ending] as const;
      }),
    ),
    ...DECIDED.map((row) => [row[0], row[1], doneEnding('decided', row)] as const),
    ...READY.map((row) => [row[0], row[1], doneEnding('ready', row)] as const),
    ...CONCLUDED.map((row) => [row[0], row[1], doneEnding('concluded', row)] as const),
    ...EARLY,
  ];
  const used = new Map<PlannedItem, number>();
  return rows
    .map(([item, days, ending]): CasePlan => {
      const turn = used.get(item) ?? 0;
      used.set(item, turn + 1);
      const group: readonly ApplicantSeed[] = APPLICANTS[GROUP_OF[item]];
      // Pension applicants are other people than those of the medical insurance.
      const applicant = group[(turn + (item === 'pension' ? 20 : 0)) % group.length];
      if (!applicant) throw new Error(`no applicant for ${item}`);
      const absent = absentPapers(item, days, ending);
      const hall = isShown(ending) || absent.deferred !== null ? 'LJ-QZ' : applicant.hall;
      // R10.5: one was taken on paper while the system was down.
      const outageNo = ending.at === 'received' && item === 'place' && days === 1 ? 'LJT-000003' : null;
      return { item, applicant, days, ending, subject: subjectOf(item, turn), ...absent, hall, outageNo };
    })
    .sort((one, other) => other.days - one.days);
}

/** What the demonstration's first screens show happens in the district's hall. */
function isShown(ending: Ending): boolean {
  if (ending.at === 'review') return Object.values(ending.open).includes('refused');
  const isEarly = ending.at === 'draft' || ending.at === 'received' || ending.at === 'supplementing';
  return isEarly || (ending.at === 'concluded' && ending.minutesAgo !== null);
}

function subjectOf(item: PlannedItem, turn: number): string | null {
  if (item === 'lift') return BUILDINGS[turn % BUILDINGS.length] ?? null;
  return item === 'street' ? (SQUARES[turn % SQUARES.length] ?? null) : null;
}
