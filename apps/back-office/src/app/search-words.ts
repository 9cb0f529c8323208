import { personalDataPath } from '@onewindow/domain';

/** Why these words are not searched for, in Chinese; null where they are. What a list is narrowed by stands in the address and in saved searches, where no number of a person belongs (R10.2). */
export function searchProblem(words: string): string | null {
  return personalDataPath(words) === null ? null : '筛选会留在网址里，不按证件号、手机号找。改输编号或名称';
}
