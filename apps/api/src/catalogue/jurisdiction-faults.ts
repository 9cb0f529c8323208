import type { ItemDefinition } from '@onewindow/contracts';
import type { DefinitionFault } from './catalogue-problems.js';

/** CrossHall: what tells the applicant's place must be there, and only items of the whole region ask for it. */
export function jurisdictionFaults({ jurisdiction, scope, form, route }: ItemDefinition): DefinitionFault[] {
  if (!jurisdiction) {
    return route.steps.flatMap(({ level }, at) =>
      level === undefined ? [] : [{ path: `route.steps.${at}.level`, message: '按所在区划分办的环节，事项要先写明所在区划看哪个地址' }],
    );
  }
  const faults: DefinitionFault[] = [];
  if (scope !== 'region') faults.push({ path: 'jurisdiction', message: '只有全区通办的事项按所在区划分办' });
  jurisdiction.fields.forEach((field, at) => {
    const known = form.properties[field];
    if (!known) faults.push({ path: `jurisdiction.fields.${at}`, message: `表单没有字段“${field}”` });
    else if (known.type !== 'object' && known.type !== 'string')
      faults.push({ path: `jurisdiction.fields.${at}`, message: '要是地址或文字字段' });
  });
  return faults;
}
