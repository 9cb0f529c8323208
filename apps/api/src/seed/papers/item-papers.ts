import { Injectable } from '@nestjs/common';
import { ItemPapers } from '../../catalogue/index.js';
import { DocumentRenderer, type SheetDocument } from '../../notices/index.js';
import { type CommandTx, FileStore } from '../../platform/index.js';
import type { ItemSeed, MaterialSeed } from '../catalogue/building-blocks.js';
import { FOOD_BUSINESS } from '../catalogue/food-business.js';
import { MEDICAL_INSURANCE } from '../catalogue/insurance.js';
import { PUBLIC_PLACE } from '../catalogue/public-place.js';
import { authorisationForm, fieldForm, pledgeForm } from './blank-forms.js';

type PaperRef = NonNullable<MaterialSeed['blankForm']>;

/** Items of the demonstration whose papers can be shown and printed. */
const WITH_PAPERS: ReadonlySet<string> = new Set([FOOD_BUSINESS, PUBLIC_PLACE, MEDICAL_INSURANCE].map(({ basicCode }) => basicCode));

function formOf(material: MaterialSeed, fields: ItemSeed['definition']['form']['properties'], filled: boolean): SheetDocument | null {
  if (material.kind === 'application') return fieldForm(material.name, fields, filled);
  if (material.kind === 'authorisation') return authorisationForm(material.name, filled);
  return material.kind === 'commitment' ? pledgeForm(material.name, filled) : null;
}

/** Draws the blank forms and samples of the demonstration and names them in its items. */
@Injectable()
export class DemonstrationPapers {
  constructor(
    private readonly papers: ItemPapers,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {}

  /** The item with its papers, which are kept; an item without any as it is. */
  async equip(tx: CommandTx, item: ItemSeed): Promise<ItemSeed> {
    if (!WITH_PAPERS.has(item.basicCode)) return item;
    const { form, materials } = item.definition;
    const equipped: MaterialSeed[] = [];
    for (const material of materials) {
      const [blank, sample] = [formOf(material, form.properties, false), formOf(material, form.properties, true)];
      equipped.push(
        blank && sample
          ? {
              ...material,
              blankForm: await this.keep(tx, blank, `${material.name}（空白表）.pdf`),
              filledSample: await this.keep(tx, sample, `${material.name}（样表）.pdf`),
            }
          : material,
      );
    }
    return { ...item, definition: { ...item.definition, materials: equipped } };
  }

  private async keep(tx: CommandTx, sheet: SheetDocument, name: string): Promise<PaperRef> {
    const kept = await this.files.put(await this.renderer.render(sheet));
    await this.papers.keep(tx, { ...kept, name, mediaType: 'application/pdf' }, null);
    return { sha256: kept.sha256, name };
  }
}
