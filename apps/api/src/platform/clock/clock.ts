/** The time of the machine. Tests put their own clock in its place. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
