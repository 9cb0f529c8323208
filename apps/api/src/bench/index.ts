export { chooseItem, type CrewAccounts, signInCrews } from './crews.js';
export { Floor, perCase, writeCounters } from './floor.js';
export { HttpSession } from './http-session.js';
export { completeCase } from './journey.js';
export { type LoadLine, loadTable, machine, timesTable } from './report.js';
export { runClients, runReads } from './run-clients.js';
export { ServerUnderTest } from './server-under-test.js';
export { SampleTable } from './statistics.js';
