import { setTimeout as pause } from 'node:timers/promises'

const LOOK_MS = 100
/** What was sealed is in the folder by then, or the folder is away. */
const LIMIT_MS = 30_000

/** Waits until something holds, or for half a minute: whoever waited then finds what is missing. */
export async function waitUntil(holds: () => boolean, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + LIMIT_MS
  const isWanted = () => !holds() && Date.now() < deadline
  while (isWanted()) await pause(LOOK_MS, undefined, { signal })
}
