import { z } from 'zod';

// The content security policy allows no `unsafe-eval`; zod would otherwise try to compile its schemas when they are made.
z.config({ jitless: true });
