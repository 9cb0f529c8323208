import { createQueryClient } from '@onewindow/api-client';

/** The one cache of this application. */
export const queryClient = createQueryClient();
