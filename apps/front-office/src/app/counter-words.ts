/** A counter as people call it: 3 号综合窗口, whether or not its name says the number. */
export function counterWords({ number, name }: { number: number; name: string }): string {
  return name.includes(`${number} 号`) ? name : `${number} 号${name}`;
}
