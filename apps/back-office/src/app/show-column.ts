/** In 大字模式 side columns share one place with tabs: brings the column where a key acts to the front. Elsewhere it is in sight anyway. */
export function showColumn(key: string): void {
  const tab = document.getElementById(`ow-split-tab-${key}`);
  if (tab?.getAttribute('aria-selected') === 'false') tab.click();
}
