import { EventEmitter } from 'node:events'
import { makeCodec } from './codec.ts'
import { originOf } from './ipc-main.ts'
import type { OpenWindow, PdfOptions } from './parts.ts'
import { printerList, printOn, type PrintOptions } from './printers.ts'
import { type DoubleSession, session } from './session.ts'
import { cancellable } from './windows.ts'

type OpenDetails = { url: string; frameName: string; features: string; disposition: string }
type OpenHandler = (details: OpenDetails) => { action: 'allow' | 'deny' }

const { encode } = makeCodec()

export class DoubleWebContents extends EventEmitter {
  readonly id: number
  readonly session: DoubleSession
  /** Chromium's name for the page, by which Playwright finds the window. */
  targetId = ''
  readonly mainFrame: { readonly url: string; readonly origin: string; parent: null; top: object }
  readonly #window: OpenWindow
  #openHandler: OpenHandler | undefined
  #isCrashed = false

  constructor(window: OpenWindow, partition = '') {
    super()
    this.session = session.fromPartition(partition)
    this.#window = window
    this.id = window.id
    const url = () => this.getURL()
    this.mainFrame = {
      get url() {
        return url()
      },
      get origin() {
        return originOf(url())
      },
      parent: null,
      get top() {
        return this
      },
    }
  }

  send(channel: string, ...args: unknown[]): void {
    const payload = encode(args)
    void this.#window.withSurface((surface) => surface.deliver(channel, payload))
  }
  getURL(): string {
    return this.#window.currentUrl()
  }
  isDestroyed(): boolean {
    return this.#window.isDestroyed()
  }
  isCrashed(): boolean {
    return this.#isCrashed
  }
  close(_options?: object): void {
    this.#window.close()
  }
  focus(): void {
    this.#window.focus()
  }
  loadURL(url: string, _options?: object): Promise<void> {
    return this.#window.loadURL(url)
  }
  reload(): void {
    this.#isCrashed = false
    this.emit('did-start-loading')
    const loaded = this.#window.withSurface((surface) => surface.reload())
    void loaded.then(
      () => this.loaded(),
      (error: unknown) => this.emit('did-fail-load', {}, -2, String(error), this.getURL(), true),
    )
  }
  reloadIgnoringCache(): void {
    this.reload()
  }
  forcefullyCrashRenderer(): void {
    const crash = this.#window.withSurface((surface) => surface.goto('chrome://crash'))
    crash.catch(() => undefined)
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  executeJavaScript(code: string, _userGesture?: boolean): Promise<unknown> {
    return this.#window.withSurface((surface) => surface.evaluate(code))
  }
  printToPDF({ printBackground = false, landscape = false }: PdfOptions): Promise<Buffer> {
    return this.#window.withSurface((surface) => surface.pdf({ printBackground, landscape }))
  }
  async getPrintersAsync() {
    return printerList()
  }
  print(
    options: PrintOptions = {},
    callback: (success: boolean, failureReason: string) => void = () => {},
  ): void {
    printOn(options, (asked) => this.#window.withSurface((surface) => surface.pdf(asked)), callback)
  }
  openDevTools(_options?: object): void {
    // A headless Chromium has no tools to open.
  }
  closeDevTools(): void {
    // See openDevTools.
  }
  isDevToolsOpened(): boolean {
    return false
  }
  setZoomFactor(_factor: number): void {
    // The size of the window is the only size here.
  }
  getZoomFactor(): number {
    return 1
  }
  setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {
    return Promise.resolve()
  }

  /** Called when a document has been loaded. */
  loaded(): void {
    this.emit('dom-ready', {})
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
  }

  /** Called when the page's process is gone. */
  crashed(): void {
    this.#isCrashed = true
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  }

  /** Whether the page may make this navigation of its own; not asked for loadURL and reload. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const facts = {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: isMainFrame ? this.mainFrame : null,
      initiator: null,
    }
    const event = cancellable(facts)
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url, false, true, 1, 1)
    return !event.defaultPrevented
  }

  /** Whether window.open or a link with a target may open a window; Electron allows it unless a handler denies it. */
  mayOpen(url: string): boolean {
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' }
    return this.#openHandler === undefined || this.#openHandler(details).action === 'allow'
  }
}
