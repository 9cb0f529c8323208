/** Marks what has the keyboard when nothing else has: the list whose row shows where the keys act. */
export const focusHomeProps = { 'data-ow-home': '', tabIndex: -1 } as const;

/** Brings the keyboard to the first visible home of the screen, to the page itself where there is none. */
export function focusHome(): void {
  const homes = [...document.querySelectorAll<HTMLElement>('[data-ow-home]'), ...document.querySelectorAll<HTMLElement>('main[tabindex]')];
  homes.find((home) => home.checkVisibility({ visibilityProperty: true }))?.focus({ preventScroll: true });
}

/**
 * Never leaves the keyboard nowhere: when what had the focus is put away (a panel closes, Esc leaves an input, a pressed button is gone),
 * it goes home. Who points with the mouse keeps what they pointed at. Returns what ends the watch.
 */
export function watchFocus(): () => void {
  let pointing = false;
  let frame = 0;
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
  const look = () => {
    frame = 0;
    if (isNowhere() && !pointing) focusHome();
  };
  // In the next frame: what opens instead has taken the focus by then.
  const lookSoon = () => {
    if (frame === 0 && isNowhere()) frame = window.requestAnimationFrame(look);
  };
  const leave = () => {
    if (frame === 0) frame = window.requestAnimationFrame(look);
  };
  const point = () => {
    pointing = true;
  };
  const press = () => {
    pointing = false;
  };
  const changes = new MutationObserver(lookSoon);
  changes.observe(document.body, { childList: true, subtree: true });
  window.addEventListener('focusout', leave);
  window.addEventListener('pointerdown', point, { capture: true });
  window.addEventListener('keydown', press, { capture: true });
  return () => {
    changes.disconnect();
    window.cancelAnimationFrame(frame);
    window.removeEventListener('focusout', leave);
    window.removeEventListener('pointerdown', point, { capture: true });
    window.removeEventListener('keydown', press, { capture: true });
  };
}
