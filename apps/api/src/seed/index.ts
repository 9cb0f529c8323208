import type { INestApplicationContext } from '@nestjs/common';
import { Demonstration, type PlantedDemonstration } from './demonstration.js';

export { Demonstration, type PlantedDemonstration } from './demonstration.js';
export { signaturePng } from './papers/raster.js';
export { SeedModule } from './seed.module.js';

/**
 * Fills an empty installation with the demonstration: sixty people, ten items, some hundred and fifty cases. Does nothing where people are
 * already there, in production, without demonstration accounts, or with SEED=none.
 * @param app the started application, before it listens
 * @param say tells the person at the terminal what is done
 */
export async function seedDemonstration(
  app: INestApplicationContext,
  say: (words: string) => void = () => undefined,
): Promise<PlantedDemonstration> {
  if (process.env.SEED === 'none') return { people: false, items: 0, cases: 0 };
  return await app.get(Demonstration, { strict: false }).plant(say);
}
