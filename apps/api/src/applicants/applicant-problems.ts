import { ProblemException } from '../platform/index.js';

/** A number or its type that can't be a person's; `path` points into the request. */
export class PersonFaulty extends ProblemException {
  constructor(errors: readonly { path: string; message: string }[]) {
    super(422, 'applicant.number-invalid', '申请人或代理人的证件号不对，没有保存。对照证件改正。', [...errors]);
  }
}
