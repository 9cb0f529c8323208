import type pg from 'pg';
import { readingPool } from '../src/cli/verify/reading.js';
import { type HallAtWork, openHall } from './hall-factory.js';
import { startApp, type TestApp } from './start-app.js';

/** A hall at work, and what its verifier reads by. */
export interface VerifyWorld {
  readonly app: TestApp;
  readonly hall: HallAtWork;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export async function openVerifyWorld(): Promise<VerifyWorld> {
  const app = await startApp();
  const hall = await openHall(app);
  const pool = readingPool(app.database.ownerUrl);
  const close = async (): Promise<void> => {
    await pool.end();
    await app.close();
  };
  return { app, hall, pool, close };
}
