import { endpoints, mayCall } from '@onewindow/contracts';
import { useSession } from '../features/session/session.queries.js';
import './officer-load.css';

export interface OfficerLoadProps {
  officer: { id: string; name: string };
  load: number;
  /** The largest among those to choose from. */
  most: number;
}

/** What an officer holds, as a bar against the others. */
export function OfficerBar({ load, most }: Pick<OfficerLoadProps, 'load' | 'most'>) {
  return (
    <span className="bo-officer-bar" aria-hidden="true">
      <i style={{ width: `${(load / Math.max(1, most)) * 100}%` }} />
    </span>
  );
}

/**
 * The same as a number, for whoever may see these cases: it opens them on the board, in a window of its own so that the choice stays. For
 * the others there is none, as it could not be opened (R10.4); they are told how the load compares.
 */
export function OfficerLoad({ officer, load, most }: OfficerLoadProps) {
  const { staff } = useSession();
  if (!mayCall(endpoints.listDepartmentTasks, staff.roles))
    return <span className="bo-officer-load ow-secondary">{load === 0 ? '空着' : load >= most ? '最多' : ''}</span>;
  const address = `/back/department?${new URLSearchParams({ scope: 'held', holder: officer.id }).toString()}`;
  return (
    <a
      className="bo-officer-load"
      href={address}
      target="_blank"
      rel="noreferrer"
      aria-label={`看${officer.name}手上的 ${load} 件`}
      onClick={(event) => event.stopPropagation()}
    >
      {load} 件
    </a>
  );
}
