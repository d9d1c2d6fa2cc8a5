import type { BrowserContext, Page, Route } from 'playwright-core'
import { isAppUrl, toElectronUrl } from './app-url.ts'
import { announceDevTools, startChromium } from './chromium.ts'
import { type Browser, ChromiumSurface } from './chromium-surface.ts'
import type { Host } from './parts.ts'
import { session } from './session.ts'

let browser: Browser | undefined
let firstPage: Page | undefined

/** By the handler of the session to which the window belongs. */
async function serveApp(route: Route): Promise<void> {
  const request = route.request()
  const url = toElectronUrl(request.url())
  const own = askingWindow(route)?.surface.session ?? session.defaultSession
  const response = await own.answerApp(url, request.method(), request.postDataBuffer() ?? undefined)
  const headers = await own.finalHeaders(url, response.headers)
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) })
}

/** The frame of a page that Playwright does not know yet is a pop-up's, and throws. */
function askingWindow(route: Route): { surface: ChromiumSurface; isMainFrame: boolean } | undefined {
  try {
    const frame = route.request().frame()
    const page = frame.page()
    const surface = browser?.owners.get(page)
    return surface === undefined ? undefined : { surface, isMainFrame: frame === page.mainFrame() }
  } catch {
    return undefined
  }
}

function navigationAllowed(route: Route): boolean {
  const request = route.request()
  if (!request.isNavigationRequest()) return true
  const asking = askingWindow(route)
  return asking?.surface.allows(request.url(), asking.isMainFrame) ?? false
}

async function answer(route: Route): Promise<void> {
  try {
    if (!navigationAllowed(route)) return await route.abort('aborted')
    if (isAppUrl(route.request().url())) return await serveApp(route)
    await route.continue()
  } catch (error) {
    console.error('double: a request failed:', error)
    await route.abort('failed').catch(() => undefined)
  }
}

/** A page that the double did not ask for is a pop-up: it is closed, its request was refused above. */
function watchPages(context: BrowserContext): Browser {
  let asked = 0
  context.on('page', (page) => {
    if (asked === 0) void page.close()
  })
  const newPage = async () => {
    asked += 1
    try {
      return await context.newPage()
    } finally {
      asked -= 1
    }
  }
  return { context, owners: new Map(), newPage }
}

/** Windows as pages of a real Chromium, for tests. */
export const chromiumHost: Host = {
  start: async ({ userData, announce }) => {
    const context = await startChromium(userData)
    firstPage = context.pages()[0]
    browser = watchPages(context)
    await context.route('**/*', answer)
    if (announce) await announceDevTools(userData)
  },
  stop: async () => {
    await browser?.context.close()
  },
  open: async (window, preferences, call) => {
    if (browser === undefined) throw new Error('Cannot create BrowserWindow before app is ready')
    const page = firstPage ?? (await browser.newPage())
    firstPage = undefined
    const surface = new ChromiumSurface(browser, window, preferences, call, page)
    await surface.attach(page)
    return surface
  },
}
