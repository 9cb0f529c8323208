import type { CaseMaterial } from '@onewindow/contracts';
import { faultOf } from '@onewindow/domain';
import './fault-editor.css';

/** What is wrong with a paper: the points that it fails, each as such, then the words. An old row has words alone. */
export function FaultWords({ material: { defect, faultyPoints } }: { material: Pick<CaseMaterial, 'defect' | 'faultyPoints'> }) {
  const { points, words } = faultOf(defect, faultyPoints ?? null);
  return (
    <span className="fo-fault-told">
      {points.map((point) => (
        <span key={point} className="fo-fault-told-point">{`不符合“${point}”`}</span>
      ))}
      {words === '' ? null : <span>{words}</span>}
    </span>
  );
}
