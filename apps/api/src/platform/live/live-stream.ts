import type { Actor } from '../auth/actor.js';
import { EVERYTHING, type Signal } from './signal-bus.js';

/** Topics that a person hears by who they are. */
export function audibleTopics(actor: Actor): ReadonlySet<string> {
  const topics = new Set([`staff:${actor.staffId}`]);
  if (actor.departmentId && (actor.roles.includes('approver') || actor.roles.includes('chief')))
    topics.add(`department:${actor.departmentId}`);
  if (actor.hallId && (actor.roles.includes('clerk') || actor.roles.includes('hall_manager')))
    topics.add(`hall:${actor.hallId}`).add(`tickets:${actor.hallId}`);
  if (actor.roles.includes('supervisor')) topics.add('supervision');
  if (actor.roles.includes('system_admin')) topics.add('calendar');
  return topics;
}

/**
 * What of a signal an actor may hear: the audible topics, and the cases of commits that concern an audible topic.
 * @returns topics without doubles; `*` means: read everything anew
 */
export function heardTopics(signal: Signal, audible: ReadonlySet<string>): string[] {
  const heard = new Set<string>();
  for (const group of signal.groups) {
    if (group.includes(EVERYTHING)) heard.add(EVERYTHING);
    if (!group.some((topic) => audible.has(topic))) continue;
    for (const topic of group) if (audible.has(topic) || topic.startsWith('case:')) heard.add(topic);
  }
  return [...heard];
}
