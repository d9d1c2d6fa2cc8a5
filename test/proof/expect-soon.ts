import { setTimeout as pause } from 'node:timers/promises'

const LIMIT_MS = 60_000

/** Waits until something that other processes bring about is so, and throws what it was when it does not come. */
export async function expectSoon(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  limitMs = LIMIT_MS,
): Promise<void> {
  const until = Date.now() + limitMs
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`It did not come to this: ${what}`)
    await pause(20)
  }
}
