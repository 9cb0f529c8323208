/** In 大字模式 the side columns share their place: brings one to the front. Elsewhere all stand side by side, and nothing happens. */
export function showColumn(key: string): void {
  document.getElementById(`ow-split-tab-${key}`)?.click();
}
