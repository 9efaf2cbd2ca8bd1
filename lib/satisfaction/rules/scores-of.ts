/** What so many buttons stand for, the best first: from 5 down to 1, evenly. */
export function scoresOf(count: number): number[] {
  return Array.from({ length: count }, (_, at) => (count === 1 ? 5 : Math.round(5 - (at * 4) / (count - 1))));
}
