/** What a proof is told, and how it tells how far it is. It throws what it finds wrong, and answers what it did in one sentence. */
export type ProofOptions = {
  readonly minutes: number
  /** From what is drawn what is random. */
  readonly seed: number
  readonly log: (line: string) => void
}
export type CrashProof = (options: ProofOptions) => Promise<string>

/** Runs one proof by itself: `node test/proof/kill.ts --minutes 10 --seed 7`. */
export async function runAlone(proof: CrashProof): Promise<void> {
  const minutes = numberAfter('--minutes') ?? 1
  const seed = numberAfter('--seed') ?? 1
  console.log(await proof({ minutes, seed, log: (line) => console.log(line) }))
}

function numberAfter(option: string): number | undefined {
  const at = process.argv.indexOf(option)
  if (at === -1) return undefined
  const number = Number(process.argv[at + 1])
  if (!Number.isFinite(number) || number <= 0) throw new Error(`${option} is a number above zero`)
  return number
}

/** Goes through the cases in turn: each at least once, and again until the time is over. Answers how many rounds were begun. */
export async function inTurn<T>(
  cases: readonly T[],
  minutes: number,
  run: (each: T) => Promise<void>,
): Promise<number> {
  const until = Date.now() + minutes * 60_000
  let rounds = 0
  do {
    rounds += 1
    for (const each of cases) {
      if (rounds > 1 && Date.now() > until) break
      await run(each)
    }
  } while (Date.now() < until)
  return rounds
}
