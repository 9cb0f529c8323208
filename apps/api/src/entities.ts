/** Every entity of the application, feature by feature. */
export const ENTITIES = [] as const;
