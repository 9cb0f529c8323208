export interface NameWithNumberProps {
  name: string;
  /** Masked, or a company's code; null before an applicant was entered. */
  identityMasked: string | null;
}

/** Two people may have one name: beside every name stands the number that tells them apart. */
export function NameWithNumber({ name, identityMasked }: NameWithNumberProps) {
  return (
    <>
      {name}
      {identityMasked ? <span className="ow-secondary ow-small fo-name-number">{identityMasked}</span> : null}
    </>
  );
}
