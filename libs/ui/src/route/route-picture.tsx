import { Fragment, type ReactNode } from 'react';
import { Mark } from '../marks/mark.js';
import { type LaneColumn, laneColumns } from './lanes.js';
import type { RouteNode } from './layout.js';
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
  const columns = laneColumns(nodes);
  const widest = Math.max(1, ...columns.map(({ lanes }) => lanes.length));
  return (
    <ol className="ow-route" aria-label="办理路线" data-lanes={widest}>
      {columns.map((column, at) => {
        const { lanes } = column;
        const asLanes = lanes.length > 1 || (widest === 1 && isLane(lanes[0]?.node));
        return (
          <Fragment key={lanes[0]?.key ?? at}>
            {at > 0 ? <Joint from={columns[at - 1]?.lanes.length ?? 1} to={lanes.length} edges={column.edges} /> : null}
            <li className={asLanes ? 'ow-route-lanes' : 'ow-route-single'}>
              {lanes.map(({ key, node, isThrough }) => {
                if (isThrough) return <Through key={key} reached={node.state !== 'future'} />;
                return asLanes ? <Lane key={key} node={node} onOpen={onOpen} /> : <Box key={key} node={node} onOpen={onOpen} />;
              })}
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

/** A line on its way to a later column. */
function Through({ reached }: { reached: boolean }) {
  return <span className={reached ? 'ow-route-through ow-route-through-reached' : 'ow-route-through'} aria-hidden="true" />;
}

/** A single step that is being worked on is wide enough to carry its clock. */
function isLane(node: RouteNode | undefined): boolean {
  return node?.clock !== undefined && node.clock !== null;
}

function Lane({ node, onOpen }: { node: RouteNode; onOpen: ((key: string) => void) | undefined }) {
  return (
    <Pressable node={node} onOpen={onOpen} className={`ow-route-lane ow-route-${node.state}`}>
      <span className="ow-route-title">{node.title}</span>
      <span className="ow-route-words" title={node.words}>
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

/** The lines between two columns, from the middle of a lane to the middle of another. */
function Joint({ from, to, edges }: { from: number; to: number; edges: LaneColumn['edges'] }) {
  const middle = (at: number, count: number) => ((at + 0.5) / count) * 100;
  const lines = [false, true].flatMap((reached) => {
    const path = edges
      .filter((edge) => edge.reached === reached)
      .map((edge) => `M0 ${middle(edge.from, from)}H10V${middle(edge.to, to)}H20`)
      .join('');
    return path === '' ? [] : [{ reached, path }];
  });
  return (
    <li className="ow-route-joint" aria-hidden="true" role="presentation">
      <svg viewBox="0 0 20 100" preserveAspectRatio="none" focusable="false">
        {lines.map(({ reached, path }) => (
          <path key={path} d={path} className={reached ? 'ow-route-line-reached' : undefined} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
    </li>
  );
}
