import { anyCondition, type BundleRename, everyCondition, freeKey, renamedCondition } from './bundle-fields.js';
import type { Condition } from './conditions.js';
import type { FormDefinition } from './form-definition.js';
import type { MaterialRequirement } from './material-requirements.js';

/** A requirement with what of it merging looks at; the rest is taken from the first. */
export interface BundleMaterial extends Omit<MaterialRequirement, 'when' | 'licenceType' | 'libraryKey' | 'validMonths' | 'commitment'> {
  readonly when?: Condition | undefined;
  readonly licenceType?: string | undefined;
  readonly libraryKey?: string | undefined;
  readonly validMonths?: number | undefined;
  readonly commitment?: string | undefined;
  readonly medium?: 'original' | 'copy' | 'electronic' | undefined;
  readonly standard?: string | undefined;
  readonly reviewPoints?: readonly string[] | undefined;
}

interface MaterialPart<M> {
  readonly key: string;
  readonly when?: Condition | undefined;
  readonly form: FormDefinition;
  readonly materials: readonly M[];
}

interface Entry<M> {
  readonly code: string;
  readonly askers: { readonly part: MaterialPart<M>; readonly material: M }[];
}

const STRICTNESS = ['electronic', 'copy', 'original'] as const;
const MOST_POINTS = 20;
const LONGEST_STANDARD = 300;

/**
 * One list of materials: a paper of the same shelf (libraryKey), or of the same code and kind, is asked for once, with the strictest of
 * what is asked of it: necessary when it is to any, the original before a copy, the shorter validity, every review point.
 * @param rename fields as the bundle names them, by part
 * @returns the list, and by part where each of its codes went
 */
export function mergeBundleMaterials<M extends BundleMaterial>(
  parts: readonly MaterialPart<M>[],
  rename: (part: { readonly key: string }) => BundleRename,
): { materials: M[]; codes: Map<string, Map<string, string>> } {
  const entries: Entry<M>[] = [];
  for (const part of parts) {
    for (const material of part.materials) {
      const free = entries.filter(({ askers }) => !askers.some((one) => one.part === part));
      const same = free.find((entry) => lieOnOneShelf(entry, material)) ?? free.find((entry) => isOnePaper(entry, material));
      if (same) same.askers.push({ part, material });
      else {
        const code = freeKey(material.code, part.key, new Set(entries.map((one) => one.code)));
        entries.push({ code, askers: [{ part, material }] });
      }
    }
  }
  const codes = new Map(parts.map((part) => [part.key, new Map<string, string>()]));
  for (const { code, askers } of entries) for (const { part, material } of askers) codes.get(part.key)?.set(material.code, code);
  return { materials: entries.map((entry) => mergedMaterial(entry, rename)), codes };
}

function shelfOf({ askers }: Entry<BundleMaterial>): string | undefined {
  return askers.find(({ material }) => material.libraryKey !== undefined)?.material.libraryKey;
}

function lieOnOneShelf(entry: Entry<BundleMaterial>, { libraryKey }: BundleMaterial): boolean {
  return libraryKey !== undefined && shelfOf(entry) === libraryKey;
}

function isOnePaper(entry: Entry<BundleMaterial>, material: BundleMaterial): boolean {
  // A paper without a shelf never makes one of two that lie on different ones.
  const shelf = shelfOf(entry);
  if (shelf !== undefined && material.libraryKey !== undefined && shelf !== material.libraryKey) return false;
  return entry.askers.some((one) => one.material.code === material.code && one.material.kind === material.kind);
}

function mergedMaterial<M extends BundleMaterial>({ code, askers }: Entry<M>, rename: (part: { readonly key: string }) => BundleRename): M {
  const [first] = askers;
  if (!first) throw new Error('a material that nobody asks for');
  const all = askers.map(({ material }) => material);
  const when = anyCondition(
    askers.map(({ part, material }) =>
      everyCondition([part.when, material.when === undefined ? undefined : renamedCondition(material.when, rename(part))]),
    ),
  );
  const isNeeded = all.some(({ necessity }) => necessity !== 'optional');
  const merged = {
    ...first.material,
    code,
    necessity: isNeeded ? (when === undefined ? 'required' : 'conditional') : 'optional',
    when,
    isKey: all.some(({ isKey }) => isKey),
    medium: strictestMedium(all),
    copies: most(all.map(({ copies }) => copies)),
    validMonths: least(all.map(({ validMonths }) => validMonths)),
    // A shared licence, a shelf or a promise stands for the paper only where it does so for everybody who asks.
    licenceType: common(all.map(({ licenceType }) => licenceType)),
    libraryKey: all.find(({ libraryKey }) => libraryKey !== undefined)?.libraryKey,
    commitment: common(all.map(({ commitment }) => commitment)),
    standard: joined(all.flatMap(({ standard }) => standard ?? [])),
    reviewPoints: [...new Set(all.flatMap(({ reviewPoints }) => reviewPoints ?? []))].slice(0, MOST_POINTS),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as M;
}

function strictestMedium(all: readonly BundleMaterial[]): BundleMaterial['medium'] {
  return STRICTNESS.findLast((medium) => all.some((one) => one.medium === medium));
}

function most(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : Math.max(...given);
}

function least(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : Math.min(...given);
}

function common(values: readonly (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function joined(standards: readonly string[]): string | undefined {
  return standards.length === 0 ? undefined : [...new Set(standards)].join('；').slice(0, LONGEST_STANDARD);
}
