/** What decides whether a hall that did not receive a case may serve it. */
export interface OtherHall {
  /** The item version's: in its own hall alone, or in every hall of the district. */
  isRegional: boolean;
  /** Six digits: of the case, and of the counter. */
  caseDistrict: string;
  counterDistrict: string;
}

/** 通办, R6.2, R11: may another hall of the district hand the result out and take in what follows? Where the item's scope is the region. */
export function mayServeElsewhere({ isRegional, caseDistrict, counterDistrict }: OtherHall): boolean {
  return isRegional && caseDistrict === counterDistrict;
}
