import { formatCaseSerial, type ServerAction } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { taskQuery } from '../desk/index.js';
import type { ReassignStart } from './reassign-drawer.js';

interface NamedTask {
  id: string;
  caseNo: string;
  title: string;
  actions: readonly ServerAction[];
}

export interface Chosen {
  /** With the name of it where it is one: nobody shall move a case that the drawer does not name. */
  what: Pick<ReassignStart, 'taskIds' | 'name'>;
  /** What the server says of it. */
  offer: ServerAction | undefined;
  /** Nothing is chosen, or it is still being read. */
  hindrance: string | undefined;
}

/** The name of a case where an order is about it alone: …000123 何建国. */
export const orderName = ({ caseNo, title }: Pick<NamedTask, 'caseNo' | 'title'>) => `${formatCaseSerial(caseNo)} ${title}`;

/**
 * What 改派 acts on: what is ticked; else the case that stands opened beside the list, which may have left the list meanwhile; else the row where
 * the keys act.
 */
export function useChosen<Row extends NamedTask>(
  { rows, row, selected }: { rows: readonly Row[]; row: Row | undefined; selected: ReadonlySet<string> },
  viewing: string | null,
): Chosen {
  // The dock reads the same answer.
  const opened = useQuery({ ...taskQuery(viewing ?? ''), enabled: viewing !== null });
  const [first] = selected;
  if (first !== undefined) {
    const one = selected.size === 1 ? rows.find(({ id }) => id === first) : undefined;
    const what = { taskIds: [...selected], name: one ? orderName(one) : null };
    return { what, offer: { action: 'reassign', allowed: true }, hindrance: undefined };
  }
  const one: NamedTask | undefined = viewing === null ? row : (rows.find(({ id }) => id === viewing) ?? opened.data);
  if (!one) {
    const hindrance = viewing !== null && opened.isPending ? '正在取办件' : '先选办件';
    return { what: { taskIds: [], name: null }, offer: undefined, hindrance };
  }
  const offer = one.actions.find(({ action }) => action === 'reassign');
  return { what: { taskIds: [one.id], name: orderName(one) }, offer, hindrance: undefined };
}
