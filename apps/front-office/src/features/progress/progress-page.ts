import { element } from './element.js';
import { dayWords, groupedNo, remainingWords, stepTime, updatedWords, waitingWords } from './progress-words.js';
import type { Progress, ProgressState } from './read-progress.js';

type Step = Progress['steps'][number];

const STATE_WORDS = { done: '，已完成', current: '，正在办', future: '，未开始', refused: '，没有办成', ended: '，已结束' } as const;
const MARKS = { done: '✓', current: '', future: '', refused: '✕', ended: '–' } as const;

/** What the page shows in a state. `again` looks once more. */
export function pageOf(state: ProgressState, again: () => void): Node[] {
  switch (state.state) {
    case 'waiting':
      return [element('p', { class: 'fo-phone-message', role: 'status' }, '正在查进度')];
    case 'unknown':
      return [unknown()];
    case 'failed':
      return [failed(state.words, again)];
    case 'ready':
      return shown(state.progress);
  }
}

function unknown(): Node {
  return element(
    'div',
    { class: 'fo-phone-message', role: 'alert' },
    element('h2', {}, '没有找到这个码对应的办件'),
    element('p', {}, '请重新扫描回执上的二维码。码有污损或不完整的，带回执到受理窗口，窗口可以帮您查。'),
  );
}

function failed(words: string, again: () => void): Node {
  const button = element('button', { type: 'button', class: 'fo-phone-again' }, '再查一次');
  button.addEventListener('click', again);
  return element('div', { class: 'fo-phone-message', role: 'alert' }, element('p', {}, words), button);
}

function shown(progress: Progress): Node[] {
  const { ask, contact, notes, promisedDue, statutoryDue } = progress;
  // A promised day that has passed is no longer to be expected.
  const isLate = progress.promisedRemaining !== null && progress.promisedRemaining < 0;
  const limits = [remainingWords(progress.promisedRemaining), statutoryDue ? `法定期限 ${dayWords(statutoryDue)}` : ''].filter(Boolean);
  const head = element(
    'section',
    { class: 'fo-phone-head' },
    element('h2', {}, progress.itemName),
    element('p', { class: 'fo-phone-no' }, groupedNo(progress.caseNo)),
    element(
      'p',
      { class: 'fo-phone-status' },
      element('strong', {}, progress.statusWords),
      promisedDue ? element('span', {}, isLate ? '承诺 ' : '预计 ', element('b', {}, dayWords(promisedDue)), ' 前办结') : null,
    ),
    limits.length > 0 ? element('p', { class: 'fo-phone-limits' }, limits.join('，')) : null,
    ...notes.map((note) => element('p', { class: 'fo-phone-note' }, note)),
  );
  return [
    head,
    ...(ask ? [askPart(ask)] : []),
    element('ol', { class: 'fo-phone-steps' }, ...progress.steps.map(stepPart)),
    ...(progress.children ? [childrenPart(progress.children)] : []),
    ...(progress.waiting.length > 0 ? [waitingPart(progress.waiting)] : []),
    ...(contact ? [contactPart(contact)] : []),
    element('footer', {}, `本页不显示个人信息。更新于 ${updatedWords(progress.updatedAt)}`),
  ];
}

function askPart(ask: NonNullable<Progress['ask']>): Node {
  const title = element('h3', {}, element('span', { class: 'fo-phone-triangle', 'aria-hidden': 'true' }, '▲'), ` ${ask.title}`);
  const lines = element('ul', {}, ...ask.lines.map((line) => element('li', {}, line)));
  return element('section', { class: 'fo-phone-ask' }, title, lines, element('p', {}, ask.note), element('p', {}, ask.how));
}

function stepPart(step: Step): Node {
  return element(
    'li',
    { class: `fo-phone-step fo-phone-step-${step.state}`, ...(step.state === 'current' ? { 'aria-current': 'step' } : {}) },
    element('span', { class: `fo-phone-mark fo-phone-mark-${step.state}`, 'aria-hidden': 'true' }, MARKS[step.state]),
    element('span', { class: 'fo-phone-step-name' }, step.name, element('span', { class: 'ow-visually-hidden' }, STATE_WORDS[step.state])),
    element('span', { class: 'fo-phone-step-time' }, stepTime(step)),
    step.words ? element('span', { class: 'fo-phone-step-words' }, step.words) : null,
  );
}

/** 一件事: how each department's part stands. */
function childrenPart(children: NonNullable<Progress['children']>): Node {
  const lines = children.map(({ name, department, state, words, due }) =>
    element(
      'li',
      { class: `fo-phone-child fo-phone-child-${state}` },
      element('span', { class: 'fo-phone-child-name' }, name),
      element('span', { class: 'fo-phone-child-state' }, words),
      element('span', { class: 'fo-phone-child-where' }, due ? `${department}，预计 ${dayWords(due)} 前` : department),
    ),
  );
  return element('section', { class: 'fo-phone-children' }, element('h3', {}, `${children.length} 个子项`), element('ul', {}, ...lines));
}

/** 现在等候: where one may go with it. */
function waitingPart(waiting: Progress['waiting']): Node {
  const lines = waiting.map(({ hall, people, minutes }) =>
    element(
      'li',
      { class: 'fo-phone-waiting' },
      element('span', {}, hall),
      element('span', {}, `${people} 人`),
      element('span', { class: 'fo-phone-waiting-time' }, waitingWords(minutes)),
    ),
  );
  return element('section', { class: 'fo-phone-children' }, element('h3', {}, '现在等候'), element('ul', {}, ...lines));
}

function contactPart({ name, phone }: NonNullable<Progress['contact']>): Node {
  const call = element('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone);
  return element('p', { class: 'fo-phone-contact' }, element('span', {}, `咨询 ${name}`), call);
}
