import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from './app.ts'
import { loadedHost } from './host.ts'
import type { Surface, WindowPreferences } from './parts.ts'
import { ipcMain } from './ipc-main.ts'
import { nativeTheme, primaryDisplay } from './desktop.ts'
import { DoubleWebContents } from './web-contents.ts'
import { cancellable, openWindows } from './windows.ts'

let nextId = 1

function initialBounds({ x, y, width = 800, height = 600 }: BrowserWindowConstructorOptions): Rectangle {
  const area = primaryDisplay.workArea
  return {
    x: x ?? Math.round((area.width - width) / 2),
    y: y ?? Math.round((area.height - height) / 2),
    width,
    height,
  }
}

export class DoubleWindow extends EventEmitter {
  readonly id = nextId++
  readonly webContents: DoubleWebContents
  #bounds: Rectangle
  #isMaximized = false
  #isMinimized = false
  #isFullScreen = false
  #isProtected = false
  #isVisible: boolean
  #isDestroyed = false
  #wasShown = false
  #title: string
  #surface: Surface | undefined
  readonly #opening: Promise<Surface>

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.#bounds = initialBounds(options)
    this.#title = options.title ?? app.name
    this.#isVisible = options.show !== false
    this.webContents = new DoubleWebContents(this, options.webPreferences?.partition)
    openWindows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.#opening = this.#open(options.webPreferences ?? {})
    this.#opening.catch((error: unknown) => console.error('double: the window did not open:', error))
  }

  static getAllWindows(): DoubleWindow[] {
    return [...openWindows].filter((w) => w instanceof DoubleWindow)
  }
  static getFocusedWindow(): DoubleWindow | null {
    return DoubleWindow.getAllWindows().at(-1) ?? null
  }
  static fromWebContents(contents: DoubleWebContents): DoubleWindow | null {
    return DoubleWindow.getAllWindows().find((w) => w.webContents === contents) ?? null
  }
  static fromId(id: number): DoubleWindow | null {
    return DoubleWindow.getAllWindows().find((w) => w.id === id) ?? null
  }

  async #open(preferences: WindowPreferences): Promise<Surface> {
    const host = await loadedHost()
    const surface = await host.open(this, preferences, (kind, channel, payload, frame) =>
      ipcMain.receive(this.webContents, kind, channel, payload, frame),
    )
    this.#surface = surface
    await surface.resize(this.#bounds.width, this.#bounds.height)
    await surface.useDarkColors(nativeTheme.shouldUseDarkColors)
    return surface
  }

  /** Runs against the page once it is there; after the window has closed, never settles, as in Electron. */
  async withSurface<T>(use: (surface: Surface) => Promise<T>): Promise<T> {
    const surface = await this.#opening
    if (this.#isDestroyed) throw new Error('Object has been destroyed')
    return use(surface)
  }
  currentUrl(): string {
    return this.#surface?.url() ?? ''
  }

  async loadURL(url: string, _options?: object): Promise<void> {
    this.webContents.emit('did-start-loading')
    try {
      await this.withSurface((surface) => surface.goto(url))
    } catch (error) {
      this.webContents.emit('did-fail-load', {}, -2, String(error), url, true)
      throw error
    }
    this.webContents.loaded()
    if (!this.#wasShown) this.emit('ready-to-show')
    this.#wasShown = true
  }

  close(): void {
    if (this.#isDestroyed) return
    const event = cancellable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    const closing = this.#opening.then((surface) => surface.close())
    closing.catch(() => undefined)
    this.closed()
  }
  /** Called when the page is gone, by either side. */
  closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    openWindows.delete(this)
    this.emit('closed')
    app.windowClosed()
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  show(): void {
    this.#isVisible = true
    this.#isMinimized = false
    this.emit('show')
  }
  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.#isVisible && !this.#isMinimized
  }
  focus(): void {
    this.emit('focus')
  }
  isFocused(): boolean {
    return DoubleWindow.getFocusedWindow() === this
  }
  minimize(): void {
    this.#isMinimized = true
    this.emit('minimize')
  }
  isMinimized(): boolean {
    return this.#isMinimized
  }
  restore(): void {
    this.#isMinimized = false
    this.emit('restore')
  }
  maximize(): void {
    this.#isMaximized = true
    this.#applySize()
    this.emit('maximize')
  }
  unmaximize(): void {
    this.#isMaximized = false
    this.#applySize()
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  setFullScreen(flag: boolean): void {
    this.#isFullScreen = flag
    this.#applySize()
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  /** Only remembered: no system is asked here. */
  setContentProtection(enable: boolean): void {
    this.#isProtected = enable
  }
  isContentProtected(): boolean {
    return this.#isProtected
  }
  isFullScreen(): boolean {
    return this.#isFullScreen
  }
  getBounds(): Rectangle {
    return this.#isMaximized || this.#isFullScreen ? primaryDisplay.workArea : this.#bounds
  }
  getNormalBounds(): Rectangle {
    return this.#bounds
  }
  setBounds(bounds: Partial<Rectangle>, _animate?: boolean): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#applySize()
    this.emit('move')
  }
  getSize(): number[] {
    return [this.getBounds().width, this.getBounds().height]
  }
  setSize(width: number, height: number, _animate?: boolean): void {
    this.setBounds({ width, height })
  }
  #applySize(): void {
    const { width, height } = this.getBounds()
    this.withSurface((surface) => surface.resize(width, height)).catch(() => undefined)
    this.emit('resize')
  }

  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }
  setBackgroundColor(_color: string): void {
    // The page paints its own ground.
  }
  setMenu(_menu: object | null): void {
    // There is no menu bar.
  }
  removeMenu(): void {
    // There is no menu bar.
  }
  setMenuBarVisibility(_visible: boolean): void {
    // There is no menu bar.
  }
}
