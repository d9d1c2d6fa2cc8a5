import { hostname, userInfo } from 'node:os'
import type { OpenOptions } from './database.ts'
import { LOOPBACK } from './embedded/port.ts'

/**
 * What this workstation is called. A computer is one, and a code makes one login of it; where the bank's server is a service of this very computer, each of its
 * users is one, because each keeps a login of their own.
 */
export async function nameOfWorkstation(
  policy: NonNullable<OpenOptions['policy']>,
  { computer = hostname(), user = userInfo().username } = {},
): Promise<string> {
  const set = await policy()
  const isServedHere = set.ok && set.value?.server?.host === LOOPBACK
  return isServedHere ? `${computer}-${user}` : computer
}
