import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CASE_TRANSITIONS } from './case-transitions.js';
import { mermaidOf } from './mermaid.js';
import { TASK_OPENING, TASK_TRANSITIONS } from './task-transitions.js';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** What stands between the marks, without the fence. */
function printed(name: string): string | undefined {
  return new RegExp(`<!-- ${name} -->\\s*\`\`\`mermaid\\n([\\s\\S]*?)\\n\`\`\`\\s*<!-- /${name} -->`).exec(readme)?.[1];
}

describe('R11: the diagrams of the README are printed from the tables', () => {
  it('shows the states of a case', () => {
    expect(printed('case-states')).toBe(mermaidOf(CASE_TRANSITIONS, 'draft'));
  });

  it('shows the states of a task', () => {
    expect(printed('task-states')).toBe(mermaidOf({ open: TASK_OPENING, ...TASK_TRANSITIONS }, 'waiting'));
  });
});
