import { fileURLToPath } from 'node:url'
import { type Studio, openStudio } from '../../electron/studio/open-studio.ts'
import { MOST_OBJECTS } from '../../electron/studio/limits.ts'
import type { StudioProcess } from '../../electron/studio/studio-process.ts'
import { utilityProcess } from '../double/utility-process.ts'

const ENTRY = fileURLToPath(new URL('../../electron/studio/studio.ts', import.meta.url))

/** The studio's process as electron/start-studio.ts starts it, from its sources. */
export function startTestStudio(): StudioProcess & { readonly pid: () => number | undefined } {
  const child = utilityProcess.fork(ENTRY, [], {
    execArgv: [`--max-old-space-size=${MOST_OBJECTS}`],
    stdio: 'ignore',
  })
  return {
    send: (message) => child.postMessage(message, []),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
    pid: () => child.pid,
  }
}

/** A studio of its own. Close it when the test ends. */
export const testStudio = (): Studio => openStudio(startTestStudio)
