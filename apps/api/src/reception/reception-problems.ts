import { type CaseStatus, CASE_STATUS_LABELS, DomainError } from '@onewindow/domain';
import type { Hindrance } from '../case-view/index.js';
import { ProblemException } from '../platform/index.js';

type Errors = readonly { path: string; message: string }[];

/** R2: what still hinders acceptance, each with its place on the screen. */
export class CaseNotAcceptable extends ProblemException {
  constructor(hindrances: readonly Hindrance[]) {
    const errors = hindrances.map(({ kind, key, label, reason }) => ({ path: `${kind}.${key}`, message: `${label}：${reason}` }));
    super(422, 'case.not-acceptable', `还差 ${hindrances.length} 项，不能受理。补齐，或一次告知。`, errors);
  }
}

/** Form values that can't be kept: unknown fields, wrong types, texts beyond measure. */
export class FormInvalid extends ProblemException {
  constructor(errors: Errors) {
    super(422, 'case.form-invalid', '表单有填不进去的内容，没有保存。按提示改正。', [...errors]);
  }
}

/** R10.2: an identity number where everybody would read it. The sentence names the fields and never repeats the number. */
export class IdentityNumberExposed extends ProblemException {
  constructor(fields: readonly { key: string; label: string }[]) {
    super(
      422,
      'case.identity-number-exposed',
      `“${fields.map(({ label }) => label).join('”“')}”里填了身份证号，没有保存。身份证号只填在证件号一栏，这里改正或留空。`,
      fields.map(({ key, label }) => ({ path: `body.form.${key}`, message: `${label}：这里不填身份证号` })),
    );
  }
}

/** Answers that no question asks for. */
export class AnswersInvalid extends ProblemException {
  constructor(errors: Errors) {
    super(422, 'case.answers-invalid', '情形的答案与事项的问题对不上，没有保存。刷新事项后重新选择。', [...errors]);
  }
}

/** After acceptance the applicant, the situation and the form stand. */
export class DraftClosed extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'case.draft-closed',
      title: `本件“${CASE_STATUS_LABELS[status]}”，申请人、情形和表单不能再改。刷新`,
      kind: 'state',
      facts: { status },
    });
  }
}

/** Only a draft, which has no number yet, can be thrown away. */
export class NotADraft extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'case.not-a-draft',
      title: `本件“${CASE_STATUS_LABELS[status]}”，不能丢弃。不再办理的，撤件。`,
      kind: 'state',
      facts: { status },
    });
  }
}

/** Materials change until acceptance. */
export class MaterialsClosed extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'case.materials-closed',
      title: `本件“${CASE_STATUS_LABELS[status]}”，材料不能再改。刷新`,
      kind: 'state',
      facts: { status },
    });
  }
}

/** Under the case's answers the item does not ask for it. */
export class MaterialNotAsked extends DomainError {
  constructor() {
    super({ code: 'material.not-asked', title: '本件不要求这份材料。核对情形的答案，或刷新材料清单。', kind: 'not-found' });
  }
}

export class MaterialFileNotFound extends DomainError {
  constructor() {
    super({ code: 'material.file-not-found', title: '这份材料没有这个文件，可能已经删去。刷新。', kind: 'not-found' });
  }
}

/** Handed in is handed in: the files go first. */
export class MaterialHasFiles extends DomainError {
  constructor() {
    super({ code: 'material.has-files', title: '这份材料有文件，不能记为未交。先删去文件。', kind: 'rule' });
  }
}

/** A receipt is made out to somebody. */
export class ApplicantMissing extends DomainError {
  constructor() {
    super({ code: 'case.applicant-missing', title: '申请人未填，不能收件。先读卡或输入证件号。', kind: 'rule' });
  }
}

/** The receipt is made out to this applicant. */
export class ApplicantFixed extends DomainError {
  constructor() {
    super({ code: 'case.applicant-fixed', title: '本件已收件，申请人不能换成别人。换申请人的，撤件后重新办理。', kind: 'rule' });
  }
}

/** Without a hall there is nobody who receives. */
export class HallMissing extends DomainError {
  constructor() {
    super({ code: 'case.hall-missing', title: '您没有分配到大厅，不能受理。联系安全管理员。', kind: 'rule' });
  }
}

export class NothingToSupplement extends DomainError {
  constructor() {
    super({ code: 'case.nothing-to-supplement', title: '材料没有缺的，也没有写要补正什么。写明补正内容，或直接受理。', kind: 'rule' });
  }
}

export class NothingArrived extends DomainError {
  constructor() {
    super({ code: 'case.nothing-arrived', title: '告知之后还没有材料送到。先上传补正的材料。', kind: 'rule' });
  }
}

/** R2.5: a supplement brings what was asked for, nothing else. */
export class MaterialNotAwaited extends DomainError {
  constructor(name: string) {
    super({ code: 'material.not-awaited', title: `${name}不在要补正的材料里。核对补正告知书，或刷新。`, kind: 'rule' });
  }
}

/** R2.3: everything is told at once, so everything that lies there is looked at first. */
export class MaterialsUnchecked extends DomainError {
  constructor(names: readonly string[]) {
    super({
      code: 'case.materials-unchecked',
      title: `${names.join('、')}还没有核对。逐份核对后一次说全。`,
      kind: 'rule',
      facts: { count: names.length },
    });
  }
}

/** The item's own department decides for everybody. */
export class PlaceNotAsked extends DomainError {
  constructor() {
    super({ code: 'case.place-not-asked', title: '本事项不按申请人所在区划分办，不用选区划。刷新', kind: 'rule' });
  }
}

/** CrossHall: only regions of the receiving district, at the level that the item asks for. */
export class PlaceOutside extends DomainError {
  constructor() {
    super({ code: 'case.place-outside', title: '这个区划不归本区办理，或者不够具体。从列出的街道里选。', kind: 'rule' });
  }
}
