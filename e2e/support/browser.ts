import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { origin } from './person.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SMALL = { width: 1366, height: 768 };
export const LARGE = { width: 1920, height: 1080 };

/** A camera that is not there but shows a picture, and nobody who asks for leave to use it. */
export const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** The system's Chromium; the test script says where it is. */
export function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  // As on a desk: without such a locale the browser gives no file a Chinese name.
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags], env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

export interface Desk {
  page: Page;
  context: BrowserContext;
  /** What the page complained about: uncaught errors, console errors and refused content. */
  complaints: string[];
}

/**
 * A browser profile of one person. Its service worker is kept out, because answers that pass through one cannot be held up by a journey;
 * `nothing-lost` has it in.
 */
export async function openDesk(browser: Browser, size = SMALL, options: BrowserContextOptions = {}): Promise<Desk> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: origin(),
    serviceWorkers: 'block',
    ...options,
  });
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber }) =>
      console.error(
        `refused by the content security policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}:${columnNumber}`,
      ),
    ),
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports every refused request; what the product says of it is tested where it is shown.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`console: ${message.text()}`);
  });
  return { page, context, complaints };
}

/** What axe finds wrong with the page as it stands: rule, place and hint. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // A page that stays keeps what it was told.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ['violations'] };
  const { violations } = await page.evaluate((given) => (window as unknown as { axe: typeof axe }).axe.run(document, given), options);
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} — ${node.failureSummary ?? rule.help}`),
  );
}

/** Keeps a picture beside the test results. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results/pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
