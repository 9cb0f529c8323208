import type { MaterialSeed } from '../catalogue/building-blocks.js';
import type { DocumentRenderer, SheetDocument } from '../../notices/index.js';
import type { FileStore } from '../../platform/index.js';
import { applicationForm, airTest, articles, certificate, ownersConsent, poolTest, rules, structureReport } from './documents.js';
import { bathFloorPlan, kitchenFloorPlan } from './drawings.js';
import { locationPng } from './raster.js';
import { liftSitePlan } from './site-plan.js';

/** Bytes that are kept, as a row of a file names them. */
export interface KeptPaper {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

type Paper = Pick<MaterialSeed, 'code' | 'name' | 'kind'>;

/** Makes the papers of the demonstration: each once, however many cases hand it in. */
export class PaperBox {
  private readonly kept = new Map<string, Promise<readonly KeptPaper[]>>();

  constructor(
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {}

  /** The files of a material; `layout`, `drawing` and `design` are drawings of their own trade. */
  papersFor(paper: Paper): Promise<readonly KeptPaper[]> {
    let made = this.kept.get(paper.name);
    if (!made) {
      made = this.make(paper);
      this.kept.set(paper.name, made);
    }
    return made;
  }

  private async make(paper: Paper): Promise<KeptPaper[]> {
    const kept = await this.keepSheet(`${paper.name}.pdf`, sheetFor(paper));
    return paper.code === 'drawing' ? [kept, await this.keep('方位图.png', 'image/png', locationPng())] : [kept];
  }

  private async keepSheet(name: string, sheet: SheetDocument): Promise<KeptPaper> {
    return await this.keep(name, 'application/pdf', await this.renderer.render(sheet));
  }

  private async keep(name: string, mediaType: string, bytes: Uint8Array): Promise<KeptPaper> {
    return { name, mediaType, ...(await this.files.put(bytes)) };
  }
}

const BY_CODE: Readonly<Record<string, () => SheetDocument>> = {
  layout: kitchenFloorPlan,
  drawing: bathFloorPlan,
  design: liftSitePlan,
  testReport: poolTest,
  airReport: airTest,
  structureReport,
  consent: ownersConsent,
};

function sheetFor({ code, name, kind }: Paper): SheetDocument {
  const own = BY_CODE[code];
  if (own) return own();
  if (kind === 'application') return applicationForm(name);
  if (kind === 'identity') return certificate(name, '临江区公安分局');
  if (kind === 'licence') return certificate(name, '核发机关');
  if (kind === 'authorisation')
    return articles(
      name,
      [
        '委托人委托受托人办理本事项的申请、补正和领取结果。',
        '委托期限：自签署之日起六个月。',
        '受托人在委托权限内的行为，由委托人承担责任。',
      ],
      '委托人',
    );
  if (kind === 'commitment')
    return articles(
      name,
      ['本单位已知悉许可条件和标准。', '本单位承诺符合上述条件，并按时补交证明材料。', '违反承诺的，愿意承担撤销许可和失信记录的后果。'],
      '承诺单位',
    );
  return rules(name);
}
