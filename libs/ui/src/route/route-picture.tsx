import { Fragment, type ReactNode } from 'react';
import { Mark } from '../marks/mark.js';
import { isReached, routeColumns, type RouteNode } from './layout.js';
import { RouteEnd } from './route-end.js';
import { STATE_WORDS } from './state-words.js';
import './route-picture.css';

export interface RoutePictureProps {
  nodes: readonly RouteNode[];
  /** Opens a step. */
  onOpen?: (key: string) => void;
}

/** The route of a case as one picture: receipt → parallel lanes → decision → issue, with who has it and what came of it. */
export function RoutePicture({ nodes, onOpen }: RoutePictureProps) {
  const columns = routeColumns(nodes);
  const widest = Math.max(1, ...columns.map((column) => column.length));
  return (
    <ol className="ow-route" aria-label="办理路线" data-lanes={widest}>
      {columns.map((column, at) => {
        const asLanes = column.length > 1 || (widest === 1 && isLane(column[0]));
        return (
          <Fragment key={column[0]?.key ?? at}>
            {at > 0 ? <Joint from={columns[at - 1]?.length ?? 1} to={column.length} reached={isReached(column)} /> : null}
            <li className={asLanes ? 'ow-route-lanes' : 'ow-route-single'}>
              {column.map((node) =>
                asLanes ? <Lane key={node.key} node={node} onOpen={onOpen} /> : <Box key={node.key} node={node} onOpen={onOpen} />,
              )}
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

/** A single step that is being worked on is wide enough to carry its clock. */
function isLane(node: RouteNode | undefined): boolean {
  return node?.clock !== undefined && node.clock !== null;
}

function Lane({ node, onOpen }: { node: RouteNode; onOpen: ((key: string) => void) | undefined }) {
  return (
    <Pressable node={node} onOpen={onOpen} className={`ow-route-lane ow-route-${node.state}`}>
      <span className="ow-route-title">{node.title}</span>
      <span className="ow-route-words">
        {node.state === 'silent' ? <Mark tone="yellow" /> : null}
        {node.words ?? STATE_WORDS[node.state]}
      </span>
      <RouteEnd node={node} />
    </Pressable>
  );
}

function Box({ node, onOpen }: { node: RouteNode; onOpen: ((key: string) => void) | undefined }) {
  return (
    <Pressable node={node} onOpen={onOpen} className={`ow-route-box ow-route-${node.state}`}>
      <span className="ow-route-title">{node.title}</span>
      <span className="ow-route-words">{node.words ?? STATE_WORDS[node.state]}</span>
      <RouteEnd node={node} />
    </Pressable>
  );
}

interface PressableProps {
  node: RouteNode;
  onOpen: ((key: string) => void) | undefined;
  className: string;
  children: ReactNode;
}

function Pressable({ node, onOpen, className, children }: PressableProps) {
  const isCurrent = node.state === 'current' ? 'step' : undefined;
  if (!onOpen) {
    return (
      <span className={className} aria-current={isCurrent}>
        {children}
      </span>
    );
  }
  return (
    <button type="button" className={className} aria-current={isCurrent} onClick={() => onOpen(node.key)}>
      {children}
    </button>
  );
}

/** The lines between two columns, drawn to the middle of each lane. */
function Joint({ from, to, reached }: { from: number; to: number; reached: boolean }) {
  const middles = (count: number) => Array.from({ length: count }, (_, i) => ((i + 0.5) / count) * 100);
  const starts = middles(from);
  const ends = middles(to);
  const all = [...starts, ...ends, 50];
  const paths = [...starts.map((y) => `M0 ${y}H10`), ...ends.map((y) => `M10 ${y}H20`), `M10 ${Math.min(...all)}V${Math.max(...all)}`];
  return (
    <li className={reached ? 'ow-route-joint ow-route-joint-reached' : 'ow-route-joint'} aria-hidden="true" role="presentation">
      <svg viewBox="0 0 20 100" preserveAspectRatio="none" focusable="false">
        <path d={paths.join('')} vectorEffect="non-scaling-stroke" />
      </svg>
    </li>
  );
}
