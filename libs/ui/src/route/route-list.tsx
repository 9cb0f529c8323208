import type { RouteNode } from './layout.js';
import { RouteEnd } from './route-end.js';
import { STATE_WORDS } from './state-words.js';
import './route-list.css';

/** The route of a case as lines beneath each other, where the picture would be too narrow: step, who or when, what came of it. */
export function RouteList({ nodes }: { nodes: readonly RouteNode[] }) {
  return (
    <ol className="ow-route-list" aria-label="办理路线">
      {nodes.map((node) => (
        <li key={node.key} className={`ow-route-item-${node.state}`} aria-current={node.state === 'current' ? 'step' : undefined}>
          <span>{node.title}</span>
          <span>{node.words ?? STATE_WORDS[node.state]}</span>
          <RouteEnd node={node} />
        </li>
      ))}
    </ol>
  );
}
