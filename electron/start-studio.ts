import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { MOST_OBJECTS } from './studio/limits.ts'
import type { StudioProcess } from './studio/studio-process.ts'

/** Starts the studio as a utility process of Electron. Its errors are answered; what its libraries print is not kept. */
export function startStudio(): StudioProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'studio.js'), [], {
    serviceName: 'studio',
    execArgv: [`--max-old-space-size=${MOST_OBJECTS}`],
    stdio: 'ignore',
  })
  return {
    send: (message) => child.postMessage(message, []),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
