import { ok } from '../../shared/result.ts'
import type { OpenOptions } from './database.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/start.ts'
import type { Attempt } from './fault.ts'
import { readSettings } from './settings.ts'

type Options = Pick<OpenOptions, 'dataFolder' | 'settingsFolder' | 'env' | 'log' | 'policy' | 'step'>

/**
 * Begins to start the embedded server, where it is what will be opened, before the system is ready for windows: both take about a second. What
 * comes back gives the start to whoever asks first, and null afterwards and where a server of the bank is used. One that nobody takes is found and
 * stopped at the next start, as after a kill.
 */
export function beginEmbedded(options: Options): () => Promise<Attempt<EmbeddedServer> | null> {
  let begun: Promise<Attempt<EmbeddedServer> | null> | null = begin(options)
  // Whoever takes it is told; nobody is asked before.
  begun.catch(() => {})
  return async () => {
    const taken = begun
    begun = null
    return taken
  }
}

const begin = async (options: Options) => ((await isEmbedded(options)) ? startEmbedded(options) : null)

/** The same choice as `targetOf` makes, without opening a secret: the system's key store may not be there yet. */
async function isEmbedded({ env, policy, settingsFolder }: Options): Promise<boolean> {
  const set = (await policy?.()) ?? ok(null)
  if (!set.ok || (set.value?.server ?? null) !== null || (env['COREX_DATABASE_URL'] ?? '') !== '')
    return false
  const settings = await readSettings(settingsFolder)
  return settings.ok && settings.value.server === null
}
