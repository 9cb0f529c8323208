import type { Page } from 'playwright-core';
import { inspect, type Look } from './inspection.js';

/** Collects what is wrong with each state, so that one run tells of all of them. */
export class Findings {
  readonly all: string[] = [];

  async look(page: Page, name: string, how?: Look): Promise<void> {
    this.all.push(...(await inspect(page, name, how)));
  }
}
