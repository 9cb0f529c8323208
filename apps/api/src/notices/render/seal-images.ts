import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealImage } from '../document/document-model.js';
import { PaperSourceBroken } from './paper-source-broken.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A department's code as it may stand in a file's name. */
const PLAIN = /^[A-Za-z0-9_-]{1,40}$/;

/** Finds the image of a seal; null where none was loaded. */
export type SealImages = (seal: SealImage) => Buffer | null;

/**
 * Seal images of an administrator: `<code>-permit.png` for permits, else `<code>.png` in the seals folder. Read anew for every document,
 * so a new seal is used at once.
 * @throws PaperSourceBroken when the file is no PNG
 */
export function sealImagesIn(folder: string): SealImages {
  return ({ department, permit }) => {
    if (!PLAIN.test(department)) return null;
    const names = [...(permit ? [`${department}-permit.png`] : []), `${department}.png`];
    const name = names.find((one) => existsSync(join(folder, one)));
    if (name === undefined) return null;
    const bytes = readFileSync(join(folder, name));
    if (!bytes.subarray(0, PNG.length).equals(PNG)) throw new PaperSourceBroken(`印章图像 ${name}`);
    return bytes;
  };
}
