/** What a proof is told, and how it tells how far it is. It throws what it finds wrong, and answers what it did in one sentence. */
export type ProofOptions = { readonly minutes: number; readonly log: (line: string) => void }
export type CrashProof = (options: ProofOptions) => Promise<string>

/** Runs one proof by itself: `node test/proof/kill.ts --minutes 10`. */
export async function runAlone(proof: CrashProof): Promise<void> {
  const at = process.argv.indexOf('--minutes')
  const minutes = at === -1 ? 1 : Number(process.argv[at + 1])
  if (!Number.isFinite(minutes) || minutes <= 0) throw new Error('--minutes is a number above zero')
  console.log(await proof({ minutes, log: (line) => console.log(line) }))
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
