export const startClock = 1;
