import { setTimeout as pause } from 'node:timers/promises'
import { ServerSilent, StandbySilent } from '../db/server-silent.ts'
import type { Workplace } from '../workplace.ts'

/** With the second and a half that the server has for its answer, a teller is told after two seconds. */
const LOOK_EVERY_MS = 500

/**
 * The result of `work`, or ServerSilent as soon as the server is known not to answer on any connection. A statement that only
 * takes long, or waits for a lock, is waited for; a command whose standby does not confirm it ends as StandbySilent. `work` is not stopped: a posting may be done after all, and its key finds it.
 */
export async function unlessSilent<T>(
  workplace: Workplace,
  isCommand: boolean,
  work: Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const silence = watchForSilence(workplace, isCommand, ended.signal)
  try {
    return await Promise.race([work, silence])
  } finally {
    ended.abort()
  }
}

async function watchForSilence(
  workplace: Workplace,
  isCommand: boolean,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    await pause(LOOK_EVERY_MS, undefined, { ref: false })
    if (signal.aborted) return new Promise<never>(() => {})
    if ((await workplace.database?.answers()) === false) throw new ServerSilent()
    if (isCommand && (await workplace.database?.waitsForCopy()) === true) throw new StandbySilent()
  }
}
