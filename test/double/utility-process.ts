import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'

const PARENT_PORT = new URL('parent-port.ts', import.meta.url).href

type Options = { readonly execArgv?: string[]; readonly stdio?: unknown; readonly serviceName?: string }

/** A process of Node beside the main one, in place of Chromium's utility process. */
class DoubleUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  constructor(modulePath: string, args: readonly string[], { execArgv = [], stdio }: Options) {
    super()
    const quiet = stdio === 'ignore' ? 'ignore' : 'inherit'
    this.#child = fork(modulePath, args, {
      execArgv: [...execArgv, '--import', PARENT_PORT],
      serialization: 'advanced',
      stdio: [quiet, quiet, quiet, 'ipc'],
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  get pid(): number | undefined {
    return this.#child.pid
  }
  postMessage(message: unknown, _ports: readonly unknown[] = []): void {
    if (typeof message !== 'object' || message === null) throw new TypeError('A message is an object here')
    // A child that has just ended takes nothing any more; its end is told by itself.
    this.#child.send(message, () => {})
  }
  /** Chromium ends a utility process at once. */
  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Options = {}) =>
    new DoubleUtilityProcess(modulePath, args, options),
}
