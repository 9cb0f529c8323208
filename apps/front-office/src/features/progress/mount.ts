import '@onewindow/ui/style.css';
import { element } from './element.js';
import { pageOf } from './progress-page.js';
import { type ProgressState, readProgress } from './read-progress.js';
import './progress.css';

/** A page that stays open looks again this often. */
const AGAIN_MS = 60_000;

/** 办理进度 on a phone, opened by the receipt's QR code: no sign-in, nothing personal, no framework, a slow line. */
export function mountProgress(root: HTMLElement, token: string): void {
  document.title = '办理进度';
  const name = element('h1', {}, '一窗受理·办理进度');
  const size = element('button', { type: 'button', 'aria-pressed': 'false' }, '大字');
  const main = element('main');
  const page = element('div', { class: 'fo-phone' }, element('header', {}, name, size), main);
  size.addEventListener('click', () => {
    const isLarge = page.classList.toggle('fo-phone-large');
    size.textContent = isLarge ? '常规字' : '大字';
    size.setAttribute('aria-pressed', String(isLarge));
  });
  root.replaceChildren(page);

  let last: ProgressState = { state: 'waiting' };
  const show = (state: ProgressState) => {
    last = state;
    if (state.state === 'ready') name.textContent = `${state.progress.regionName}一窗受理·办理进度`;
    main.replaceChildren(...pageOf(state, () => void look()));
  };
  async function look(): Promise<void> {
    const state = await readProgress(token);
    // What was read a minute ago says more than that the line is down.
    if (state.state !== 'failed' || last.state !== 'ready') show(state);
  }
  show(last);
  void look();
  window.setInterval(() => {
    if (document.visibilityState === 'visible' && last.state !== 'unknown') void look();
  }, AGAIN_MS);
}
