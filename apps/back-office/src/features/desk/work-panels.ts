import type { WorkAction } from '@onewindow/domain';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { WorkPanelProps } from './work-panel-props.js';

export interface WorkPanelEntry {
  action: WorkAction;
  label: string;
  /** Printed on the button; see visual.md. */
  keys?: string;
  Panel: LazyExoticComponent<ComponentType<WorkPanelProps>>;
}

/**
 * One line for each action around the work; each panel lies in a file of its own and is loaded when it is opened:
 * `{ action: 'pause', label: '暂停', keys: 'P', Panel: panelOf(() => import('./panels/pause-panel.js'), 'PausePanel') }`
 */
export const WORK_PANELS: readonly WorkPanelEntry[] = [
  { action: 'pause', label: '暂停计时', keys: 'P', Panel: panelOf(() => import('./panels/pause-panel.js'), 'PausePanel') },
  { action: 'endPause', label: '结束暂停', keys: 'U', Panel: panelOf(() => import('./panels/end-pause-panel.js'), 'EndPausePanel') },
  { action: 'extend', label: '延期', keys: 'Y', Panel: panelOf(() => import('./panels/extend-panel.js'), 'ExtendPanel') },
  { action: 'consult', label: '协办', keys: 'H', Panel: panelOf(() => import('./panels/consult-panel.js'), 'ConsultPanel') },
  {
    action: 'requestCorrections',
    label: '要求补正',
    keys: 'N',
    Panel: panelOf(() => import('./panels/corrections-panel.js'), 'CorrectionsPanel'),
  },
];

/** Loads a panel's component by its name. */
export function panelOf<Name extends string>(
  load: () => Promise<Record<Name, ComponentType<WorkPanelProps>>>,
  name: Name,
): WorkPanelEntry['Panel'] {
  return lazy(async () => ({ default: (await load())[name] }));
}
