import { type Crew, type JourneyItem, UPLOADS } from './journey.js';
import { isPlain } from './application.js';
import { sampleAnswers, sampleMaterials } from '@onewindow/contracts';
import { HttpSession } from './http-session.js';

/**
 * Signs in one crew for each client: a clerk at a counter, an approver and the chief of the item's department.
 * @param origins the crews sit at these replicas in turn, as behind the proxy
 */
export async function signInCrews(origins: readonly URL[], count: number, people: CrewAccounts): Promise<Crew[]> {
  const crews: Crew[] = [];
  for (let i = 0; i < count; i += 1) {
    const pick = <T>(list: readonly T[]): T => list[i % list.length] as T;
    const origin = pick(origins);
    const [clerk, approver, chief] = [new HttpSession(origin), new HttpSession(origin), new HttpSession(origin)];
    await clerk.signIn(pick(people.clerks).staffNo, people.password, pick(people.clerks).counterId);
    await approver.signIn(pick(people.approvers), people.password);
    await chief.signIn(pick(people.chiefs), people.password);
    crews.push({ clerk, approver, chief });
  }
  return crews;
}

export interface CrewAccounts {
  password: string;
  clerks: { staffNo: string; counterId: string }[];
  approvers: string[];
  chiefs: string[];
}

/** The first promised item whose whole route is one department's, with its published version. */
export async function chooseItem(clerk: HttpSession): Promise<JourneyItem & { itemName: string; departmentId: string }> {
  const { items } = await clerk.call('searchItems', { query: { limit: 50 } });
  const found: (JourneyItem & { itemName: string; departmentId: string })[] = [];
  for (const item of items) {
    if (!item.versionId || !item.open) continue;
    const version = await clerk.call('getItemVersion', { params: { id: item.versionId } });
    const { definition } = version;
    const answers = [false, true].map((yes) => ({ ...sampleAnswers(definition, yes), ...(yes ? yesToAll(definition) : {}) }));
    const brings = answers.find((one) => sampleMaterials(definition, one, UPLOADS).length === UPLOADS);
    if (brings && isPlain(definition, brings) && definition.applicantKinds.includes('natural')) {
      found.push({ versionId: item.versionId, definition, answers: brings, itemName: item.name, departmentId: item.department.id });
    }
  }
  // The shortest route: the measure is a plain case, not a tour of the departments.
  found.sort((a, b) => a.definition.route.steps.length - b.definition.route.steps.length || a.itemName.localeCompare(b.itemName));
  const [chosen] = found;
  if (!chosen) throw new Error('The catalogue has no promised item of one department');
  return chosen;
}

function yesToAll(definition: JourneyItem['definition']): Record<string, boolean> {
  return Object.fromEntries(definition.questions.flatMap((question) => (question.kind === 'yesNo' ? [[question.key, true]] : [])));
}
