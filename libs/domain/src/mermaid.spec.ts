import { describe, expect, it } from '@jest/globals';
import { CASE_TRANSITIONS } from './case-transitions.js';
import { mermaidOf } from './mermaid.js';
import { TASK_OPENING, TASK_TRANSITIONS } from './task-transitions.js';

describe('R11 diagrams of the tables', () => {
  it('R11 the states of a case', () => {
    expect(mermaidOf(CASE_TRANSITIONS, 'draft')).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> draft',
        '  draft --> received: receive 收件 (clerk)',
        '  received --> supplementing: supplement 一次告知 (clerk)',
        '  supplementing --> received: takeIn 收补正材料 (clerk)',
        '  received --> accepted: accept 受理 (clerk, system)',
        '  received --> declined: decline 不予受理 (clerk)',
        '  received --> withdrawn: withdraw 撤件 (clerk)',
        '  supplementing --> withdrawn: withdraw 撤件 (clerk)',
        '  accepted --> withdrawn: withdraw 撤件 (clerk)',
        '  accepted --> decided: decide 决定 (chief, clerk)',
        '  decided --> ready: issue 出证 (approver, system)',
        '  ready --> concluded: handOver 出件 (clerk)',
        '  received --> terminated: terminate 终止 (chief)',
        '  supplementing --> terminated: terminate 终止 (chief)',
        '  accepted --> terminated: terminate 终止 (chief)',
        '  declined --> [*]',
        '  withdrawn --> [*]',
        '  concluded --> [*]',
        '  terminated --> [*]',
      ].join('\n'),
    );
  });

  it('R11 the states of a task', () => {
    const lines = mermaidOf({ open: TASK_OPENING, ...TASK_TRANSITIONS }, 'waiting').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'stateDiagram-v2',
      '  [*] --> waiting',
      '  waiting --> pooled: open 开始 (system)',
      '  pooled --> claimed: claim 签收 (performer)',
    ]);
    expect(lines).toContain('  claimed --> claimed: transfer 转办 (holder, chief)');
    expect(lines.filter((line) => line.endsWith('--> [*]'))).toEqual([
      '  refused --> [*]',
      '  returned --> [*]',
      '  deemed --> [*]',
      '  cancelled --> [*]',
    ]);
  });
});
