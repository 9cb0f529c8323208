/** One polite live region for the page: what changed without the focus moving there. */
const REGION_ID = 'ow-announcer';

/** Reads a sentence aloud to screen readers, e.g. why a key did nothing. */
export function announce(sentence: string): void {
  let region = document.getElementById(REGION_ID);
  if (!region) {
    region = document.createElement('div');
    region.id = REGION_ID;
    region.className = 'ow-visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  // The same sentence twice is read twice.
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
