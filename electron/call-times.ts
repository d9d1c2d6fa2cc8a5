/** How long a call takes, of those that this workstation has made since it began. */
export type CallTime = { readonly name: string; readonly calls: number; readonly p95Ms: number }

/** Each class is a quarter longer than the one before: a hundred of them reach from a millisecond to weeks. */
const STEP = 1.25

/** Counts how long calls take, in classes: some hundred numbers however many calls there are. */
export class CallTimes {
  readonly #classes = new Map<string, number[]>()

  note(name: string, ms: number): void {
    const counts = this.#classes.get(name) ?? []
    const at = ms <= 1 ? 0 : Math.ceil(Math.log(ms) / Math.log(STEP))
    counts[at] = (counts[at] ?? 0) + 1
    this.#classes.set(name, counts)
  }

  /** Every call that was made, the slowest first. */
  list(): CallTime[] {
    return Array.from(this.#classes, ([name, counts]) => timeOf(name, counts)).toSorted(
      (a, b) => b.p95Ms - a.p95Ms,
    )
  }
}

/** The longest time of the class in which ninety-five of a hundred calls are done. */
function timeOf(name: string, counts: readonly (number | undefined)[]): CallTime {
  const calls = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  let left = Math.ceil(calls * 0.95)
  const at = counts.findIndex((count) => (left -= count ?? 0) <= 0)
  return { name, calls, p95Ms: Math.round(STEP ** at) }
}
