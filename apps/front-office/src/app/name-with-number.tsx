export interface NameWithNumberProps {
  name: string;
  /** Masked, or a company's code; null before an applicant was entered. */
  identityMasked: string | null;
  /** In a narrow list: of a company's code, its end, which differs where the beginning does not. */
  short?: boolean;
}

/** A company's code in full; persons' numbers are masked. */
const CODE = /^[0-9A-Z]{18}$/;

/** Two people may have one name: beside every name stands the number that tells them apart. */
export function NameWithNumber({ name, identityMasked, short = false }: NameWithNumberProps) {
  const number = short && identityMasked && CODE.test(identityMasked) ? `…${identityMasked.slice(-6)}` : identityMasked;
  return (
    <>
      {name}
      {number ? <span className="ow-secondary ow-small fo-name-number">{number}</span> : null}
    </>
  );
}
