import type { ItemDefinition } from '@onewindow/contracts';
import { bundleProblems } from '@onewindow/domain';
import type { DefinitionFault } from './catalogue-problems.js';
import { conditionFaults } from './condition-faults.js';

/** What is wrong with a bundle as it was laid together; nothing is for an item that is none. A bundle without children can be listed as closed. */
export function bundleFaults(definition: ItemDefinition): DefinitionFault[] {
  const { bundle, kind, onlyInBundle, route } = definition;
  if (kind !== 'bundle') return bundle ? [{ path: 'bundle', message: '只有一件事有子项' }] : [];
  const faults: DefinitionFault[] = [];
  if (onlyInBundle) faults.push({ path: 'onlyInBundle', message: '一件事不能是另一件事的子项' });
  if (!bundle) return faults;
  if (route.steps.length > 0) faults.push({ path: 'route.steps', message: '一件事自己没有环节，环节在子项里' });
  if (definition.allowsDeferral || definition.allowsCommitment)
    faults.push({ path: 'allowsDeferral', message: '一件事的材料一次收齐，不容缺，不承诺' });
  if (definition.statutoryLimit === null && definition.promisedLimit === null)
    faults.push({ path: 'promisedLimit', message: '一件事要有承诺时限：全部子项办完的那一天' });
  const at = (key: string | undefined): string => {
    const index = bundle.children.findIndex((child) => child.key === key);
    return index < 0 ? 'bundle.children' : `bundle.children.${index}`;
  };
  faults.push(...bundleProblems(bundle.children).map(({ childKey, message }) => ({ path: at(childKey), message })));
  bundle.children.forEach((child, index) => {
    faults.push(...conditionFaults(child.when, definition, `bundle.children.${index}.when`));
    if (!child.slice) faults.push({ path: `bundle.children.${index}`, message: `子项“${child.key}”没有并入表单和材料` });
  });
  return faults;
}
