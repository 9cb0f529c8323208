import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SealImage } from '../document/document-model.js';
import { PaperSourceBroken } from './paper-source-broken.js';
import { decodePicture, type Picture } from './picture.js';

/** A department's code as it may stand in a file's name. */
const PLAIN = /^[A-Za-z0-9_-]{1,40}$/;
const LARGEST_BYTES = 8 * 1024 * 1024;

/** Finds the image of a seal; null where none was loaded. */
export type SealImages = (seal: SealImage) => Picture | null;

interface Known {
  /** Size and time of change: another file of the same name is decoded anew. */
  readonly state: string;
  readonly picture: Picture;
}

/**
 * Seal images of an administrator: `<code>-permit.png` for permits, else `<code>.png` in the seals folder. The file is looked at for every
 * document, so a new seal is used at once; its pixels are decoded once, which costs more than all the rest of a page.
 * @throws PaperSourceBroken when the file is no PNG
 */
export function sealImagesIn(folder: string): SealImages {
  const known = new Map<string, Known>();
  return ({ department, permit }) => {
    if (!PLAIN.test(department)) return null;
    for (const name of [...(permit ? [`${department}-permit.png`] : []), `${department}.png`]) {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) continue;
      const state = `${found.size} ${found.mtimeMs}`;
      const before = known.get(name);
      if (before?.state === state) return before.picture;
      const picture = found.size > LARGEST_BYTES ? null : decodePicture(readFileSync(path), name);
      if (picture === null) throw new PaperSourceBroken(`印章图像 ${name}`);
      known.set(name, { state, picture });
      return picture;
    }
    return null;
  };
}
