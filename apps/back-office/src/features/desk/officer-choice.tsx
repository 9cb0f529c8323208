import type { TaskDetail } from '@onewindow/contracts';
import { ErrorState, SkeletonRows } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { OfficerBar, OfficerLoad } from '../../app/officer-load.js';
import { colleaguesQuery } from './desk.queries.js';

export interface OfficerChoiceProps {
  task: TaskDetail;
  value: string | null;
  onChange: (staffId: string) => void;
}

/** Who can take the task over, each with the load; who can't says why. */
export function OfficerChoice({ task, value, onChange }: OfficerChoiceProps) {
  const { data, error, refetch } = useQuery(colleaguesQuery(task.id));
  if (error) return <ErrorState onRetry={() => void refetch()}>没有取到人员。</ErrorState>;
  if (!data) return <SkeletonRows rows={4} rowHeight={28} blocks={1} label="人员" />;
  const people = data.items;
  const most = Math.max(1, ...people.map(({ load }) => load));
  return (
    <fieldset className="bo-choices bo-officers">
      <legend className="bo-label">给谁，手上多少</legend>
      {data.nobody ? <p className="bo-field-error">{data.nobody}。</p> : null}
      {people.map((person) => (
        <label key={person.id} className={person.problem ? 'bo-choice bo-choice-off' : 'bo-choice'}>
          <input
            type="radio"
            name="to-officer"
            disabled={person.problem !== null}
            checked={person.id === value}
            onChange={() => onChange(person.id)}
          />
          <span>{person.name}</span>
          {person.problem ? <span className="bo-choice-problem">{person.problem}</span> : <OfficerBar load={person.load} most={most} />}
          <OfficerLoad officer={person} load={person.load} most={most} />
        </label>
      ))}
    </fieldset>
  );
}
