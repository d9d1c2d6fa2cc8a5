import type { BrowserContext, Page } from 'playwright-core'
import { toBrowserUrl, toElectronUrl } from './app-url.ts'
import type { OpenWindow, PageCall, PageSession, PdfOptions, Surface, WindowPreferences } from './parts.ts'
import { PreloadWorld } from './chromium-world.ts'
import { session } from './session.ts'

/** What the windows share. */
export type Browser = {
  context: BrowserContext
  owners: Map<Page, ChromiumSurface>
  newPage: () => Promise<Page>
}

/** Electron's permission, and what Chromium calls it. */
const PERMISSIONS: Record<string, string[]> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
}

/** A window as a page; a crashed page is replaced by a new one, because Playwright keeps no crashed page usable. */
export class ChromiumSurface implements Surface {
  targetId = ''
  #page: Page
  #isCrashed = false
  /** Where loadURL or reload is taking the window; such a navigation does not raise will-navigate. */
  #expected: string | undefined
  #lastUrl = ''
  readonly #browser: Browser
  readonly #window: OpenWindow
  readonly #world: PreloadWorld
  readonly #runsScripts: boolean

  constructor(
    browser: Browser,
    window: OpenWindow,
    { preload, javascript = true }: WindowPreferences,
    call: PageCall,
    page: Page,
  ) {
    this.#browser = browser
    this.#page = page
    this.#window = window
    this.#runsScripts = javascript
    this.#world = new PreloadWorld(preload, (kind, channel, payload, isMainFrame) => {
      const url = this.url()
      if (kind !== 'media') return call(kind, channel, payload, { url, isMainFrame })
      const { protocol, host } = new URL(url)
      const kinds: string[] = JSON.parse(payload)
      return this.session.allows(window.webContents, 'media', `${protocol}//${host}`, kinds).then(String)
    })
  }

  get session(): PageSession {
    return this.#window.webContents.session
  }

  async attach(page: Page): Promise<void> {
    this.#page = page
    this.#browser.owners.set(page, this)
    page.on('close', () => {
      this.#browser.owners.delete(page)
      if (page === this.#page) this.#window.closed()
    })
    page.on('crash', () => {
      this.#isCrashed = true
      this.#window.webContents.crashed()
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) void this.#arrived(frame.url())
    })
    const devTools = await this.#browser.context.newCDPSession(page)
    this.targetId = (await devTools.send('Target.getTargetInfo')).targetInfo.targetId
    this.#window.webContents.targetId = this.targetId
    devTools.on('Page.windowOpen', ({ url }) => this.#popUp(url))
    await devTools.send('Page.enable')
    await this.#world.attach(devTools, this.targetId)
    if (!this.#runsScripts) await devTools.send('Emulation.setScriptExecutionDisabled', { value: true })
  }

  /** Whether the page may make this navigation; the main process's own navigations are not asked about. */
  allows(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#expected === url) return true
    return this.#window.webContents.mayNavigate(toElectronUrl(url), isMainFrame)
  }

  /** Asks for a pop-up that the page wants; whatever the answer, the double opens none. */
  #popUp(url: string): void {
    if (this.#window.webContents.mayOpen(toElectronUrl(url))) {
      console.error('double: child windows are not supported; not opened:', url)
    }
  }

  /** blob: and about: pages come without a request to stop, so that a refused one is left again at once. */
  async #arrived(url: string): Promise<void> {
    const isSilent = url.startsWith('blob:') || url.startsWith('about:')
    if (isSilent && this.#lastUrl !== '' && !this.allows(url, true))
      await this.goto(toElectronUrl(this.#lastUrl))
    else if (!isSilent) this.#lastUrl = url
  }

  async #grantPermissions(url: string): Promise<void> {
    // Chromium has one set of permissions here, which is the window's that people see.
    if (this.session !== session.defaultSession) return
    const { origin } = new URL(url)
    const granted = ['camera', 'microphone'] // asked for when they are used
    for (const [permission, names] of Object.entries(PERMISSIONS)) {
      const allowed = await session.defaultSession.allows(
        this.#window.webContents,
        permission,
        toElectronUrl(origin),
      )
      if (allowed) granted.push(...names)
    }
    await this.#browser.context.clearPermissions()
    if (origin !== 'null') await this.#browser.context.grantPermissions(granted, { origin })
  }

  async #navigate(url: string, go: () => Promise<unknown>): Promise<void> {
    await this.#grantPermissions(url)
    this.#expected = url
    try {
      await go()
    } finally {
      this.#expected = undefined
    }
  }

  url(): string {
    return toElectronUrl(this.#page.url())
  }
  goto(url: string): Promise<void> {
    const target = new URL(toBrowserUrl(url)).href
    return this.#navigate(target, () => this.#page.goto(target))
  }
  async reload(): Promise<void> {
    const url = this.#lastUrl
    if (this.#isCrashed) {
      const crashed = this.#page
      await this.attach(await this.#browser.newPage())
      this.#isCrashed = false
      await crashed.close()
      return this.goto(toElectronUrl(url))
    }
    return this.#navigate(url, () => this.#page.reload())
  }
  close(): Promise<void> {
    return this.#page.close()
  }
  deliver(channel: string, payload: string): Promise<void> {
    return this.#world.deliver(channel, payload)
  }
  evaluate(code: string): Promise<unknown> {
    return this.#page.evaluate(code)
  }
  pdf(options: PdfOptions): Promise<Buffer> {
    const { printBackground = false, landscape = false, ...sizes } = options
    return this.#page.pdf({ printBackground, landscape, ...sizes })
  }
  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewportSize({ width, height })
  }
  async useDarkColors(dark: boolean): Promise<void> {
    await this.#page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  }
}
