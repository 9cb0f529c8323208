import { Clock } from '../src/platform/clock/clock.js';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private current: Date = new Date('2026-03-02T01:00:00.000Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.current);
  }

  set(instant: string): void {
    this.current = new Date(instant);
  }

  advance(by: { minutes?: number; hours?: number; days?: number }): void {
    const minutes = (by.minutes ?? 0) + 60 * ((by.hours ?? 0) + 24 * (by.days ?? 0));
    this.current = new Date(this.current.getTime() + minutes * 60_000);
  }
}
