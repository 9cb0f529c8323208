/**
 * How much of the processor this thread has had since it was started: of server and client together, which both run in a test's own thread.
 * What another test file does beside it, in the same process or on the same machine, is not counted.
 * @returns a function that gives the milliseconds so far
 */
export function processorTime(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}
