import { CreatePlatform1763700000000 } from './platform/database/migrations/create-platform.js';
import { AddFollowUp1763800000700 } from './platform/database/migrations/add-follow-up.js';
import { CreateFeatures1763700000100 } from './platform/database/migrations/create-features.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [CreatePlatform1763700000000, CreateFeatures1763700000100, AddFollowUp1763800000700] as const;
