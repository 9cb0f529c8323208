import { Chip } from '../marks/chip.js';
import { Clock } from '../marks/clock.js';
import type { RouteNode } from './layout.js';

/** What came of a step, or the clock that runs for it; nothing while neither is known. */
export function RouteEnd({ node }: { node: RouteNode }) {
  if (node.outcome)
    return (
      <Chip {...(node.outcome.tone === 'neutral' ? { tone: 'neutral', shape: 'none' } : { tone: node.outcome.tone })}>
        {node.outcome.words}
      </Chip>
    );
  if (node.clock) return <Clock clock={node.clock} paused={node.paused ?? false} />;
  return null;
}
