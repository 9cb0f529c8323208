import { PeopleModule } from './people/people.module.js';

/** Every feature module of the application. */
export const FEATURES = [PeopleModule] as const;
