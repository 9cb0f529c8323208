import { config } from 'zod';

// The content security policy forbids eval: told so before the first schema is built, zod does not even probe for it.
config({ jitless: true });
