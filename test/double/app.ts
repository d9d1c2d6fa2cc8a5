import { EventEmitter } from 'node:events'
import { loadedHost } from './host.ts'
import * as paths from './paths.ts'
import { singleInstance } from './single-instance.ts'
import { cancellable, openWindows } from './windows.ts'

const STOP_LIMIT_MS = 5_000
const STOP_FAILED = 70

function giveUp(why: unknown): never {
  process.stderr.write(`The window did not stop: ${String(why)}\n`)
  process.exit(STOP_FAILED)
}

class DoubleApp extends EventEmitter {
  readonly isPackaged = process.env['DOUBLE_PACKAGED'] === '1'
  readonly commandLine = {
    appendSwitch: (_name: string, _value?: string): void => undefined,
    hasSwitch: (name: string): boolean =>
      process.argv.some((a) => a === `--${name}` || a.startsWith(`--${name}=`)),
    getSwitchValue: (name: string): string =>
      process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  }
  #name: string | undefined
  #isReady = false
  #isBooting = false
  #isQuitting = false
  readonly #ready = Promise.withResolvers<void>()
  #whenReady = (): Promise<void> => this.#ready.promise
  readonly #awaited = Promise.withResolvers<void>()
  readonly #instance = singleInstance(
    () => paths.getPath('userData'),
    ({ argv, workingDirectory, additionalData }) => {
      this.emit('second-instance', {}, argv, workingDirectory, additionalData)
    },
  )

  get name(): string {
    return this.#name ?? paths.appPackage().name
  }
  set name(name: string) {
    this.#name = name
  }

  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return paths.appPackage().version
  }
  getLocale(): string {
    return 'en-US'
  }
  getAppPath(): string {
    return paths.appPath()
  }
  getPath(name: string): string {
    return paths.getPath(name)
  }
  setPath(name: string, path: string): void {
    paths.setPath(name, path)
  }
  isReady(): boolean {
    return this.#isReady
  }
  /** Playwright's loader puts its own function in this place, to hold the application back until it has attached. */
  get whenReady(): () => Promise<void> {
    return () => {
      if (this.#isBooting) this.#awaited.resolve()
      return this.#whenReady()
    }
  }
  set whenReady(replacement: () => Promise<void>) {
    this.#whenReady = replacement
  }
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#instance.request(additionalData ?? null)
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance.isHeld()
  }
  releaseSingleInstanceLock(): void {
    this.#instance.release()
  }
  enableSandbox(): void {
    // Chromium's sandbox is the host's business; see README.
  }
  disableHardwareAcceleration(): void {
    // The host starts Chromium without a GPU anyway.
  }
  setAppUserModelId(_id: string): void {
    // Windows only.
  }
  setAboutPanelOptions(_options: object): void {
    // There is no about panel.
  }
  focus(_options?: object): void {
    // There is no desktop.
  }

  /**
   * Starts the host while the application's main script is loading, and is ready when both are: `main` settles, or the
   * script itself waits for readiness at its top level. `announce` prints the address of the browser's DevTools.
   */
  async boot(main: Promise<unknown>, announce: boolean): Promise<void> {
    this.#isBooting = true
    const host = await loadedHost()
    await Promise.all([
      host.start({ userData: paths.getPath('userData'), announce }),
      Promise.race([main, this.#awaited.promise]),
    ])
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  /** What is started anew is the test's to start. */
  relaunch(_options?: unknown): void {}

  quit(): void {
    if (this.#isQuitting) return
    const before = cancellable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#isQuitting = true
    for (const window of openWindows) window.close()
    const will = cancellable({})
    if (openWindows.size === 0) this.emit('will-quit', will)
    if (openWindows.size > 0 || will.defaultPrevented) {
      this.#isQuitting = false
      return
    }
    this.exit(0)
  }

  exit(code = 0): void {
    this.#isQuitting = true
    this.emit('quit', {}, code)
    this.#instance.release()
    // A process that is left over must not wait for ever, and must not look as if it had ended well.
    setTimeout(() => giveUp(`it took more than ${STOP_LIMIT_MS} ms`), STOP_LIMIT_MS)
    void loadedHost()
      .then((host) => host.stop())
      .then(() => process.exit(code), giveUp)
  }

  /** Called by a window that has closed. */
  windowClosed(): void {
    if (openWindows.size > 0 || this.#isQuitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }
}

export const app = new DoubleApp()
