import './trust-badge.css';

/** R7: A issued by an agency, B verified by a clerk, C uploaded, D self-made. */
export type TrustLevel = 'A' | 'B' | 'C' | 'D';

const MEANINGS = { A: '签发', B: '核验', C: '上传', D: '自填' } as const satisfies Record<TrustLevel, string>;

/** The trust level of a material as one letter in a box; its meaning is read aloud. */
export function TrustBadge({ level }: { level: TrustLevel }) {
  return (
    <span className="ow-trust" role="img" aria-label={`${level} 级，${MEANINGS[level]}`}>
      {level}
    </span>
  );
}
