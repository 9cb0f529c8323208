import { Chip } from './chip.js';
import type { MarkShape, Tone } from './mark.js';
import './verdict-tag.css';

/** The word on one material: the clerk's verdict, or how it comes to the case without one. */
export type MaterialVerdict = 'accepted' | 'defective' | 'missing' | 'reused' | 'deferred' | 'promised' | 'optional';

const VERDICTS = {
  accepted: { label: '合格', tone: 'green' },
  defective: { label: '有误', tone: 'red' },
  missing: { label: '未交', tone: 'red', shape: 'ring', markTone: 'neutral' },
  reused: { label: '复用', tone: 'accent', shape: 'none' },
  deferred: { label: '容缺', tone: 'yellow' },
  promised: { label: '承诺', tone: 'accent', shape: 'none' },
  optional: { label: '选交', tone: 'neutral', shape: 'none', ground: 'outline' },
} as const satisfies Record<
  MaterialVerdict,
  { label: string; tone: Tone; shape?: MarkShape | 'none'; ground?: 'outline'; markTone?: Tone }
>;

/** 合格 ● 有误 ■ 未交 ○ 复用 容缺 ▲ 承诺 选交, in a column of one width with the marks aligned. */
export function VerdictTag({ verdict }: { verdict: MaterialVerdict }) {
  const { label, ...look } = VERDICTS[verdict];
  return (
    <span className="ow-verdict">
      <Chip {...look}>{label}</Chip>
    </span>
  );
}
