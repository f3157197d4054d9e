/**
 * A shorter story that still goes wrong: leaves out halves, quarters, and at last single steps, while there is time.
 * `goesWrong` answers after how many steps it did, or null.
 */
export async function shrink<Step>(
  steps: readonly Step[],
  goesWrong: (steps: readonly Step[]) => Promise<number | null>,
  until: () => boolean,
): Promise<readonly Step[]> {
  let shortest = steps
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = shortest.length - size; from > -size; from = Math.min(from, shortest.length) - size) {
      if (until()) return shortest
      const start = Math.max(0, from)
      const shorter = [...shortest.slice(0, start), ...shortest.slice(start + size)]
      if (shorter.length === shortest.length) continue
      const after = await goesWrong(shorter)
      if (after !== null) shortest = shorter.slice(0, after)
    }
  }
  return shortest
}
