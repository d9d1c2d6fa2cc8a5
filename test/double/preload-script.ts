import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { makeCodec } from './codec.ts'
import { installPreload } from './page.ts'
import { openPageWorld, type WorldEvents } from './page-world.ts'
import { openPreloadWorld, worldTransport } from './preload-world.ts'
import { exposeHere, tabTransport } from './preview-page.ts'

/** The call that runs the application's real preload with what the double offers it; all of it is source text. */
function installed(preloadPath: string | undefined, transport: string, expose: string): string {
  const source = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')
  const versions = { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '' }
  const facts = JSON.stringify({ platform: process.platform, versions })
  const preload = `function (require, module, exports, process) {\n${source}\n}`
  return `(() => {
  if (window.top !== window) return
  const transport = (${transport})()
  const expose = ${expose}
  ;(${installPreload.toString()})(${facts}, transport, expose, (${makeCodec.toString()})(), ${preload})
})()`
}

/** For a browser tab, which has one JavaScript world. */
export const preloadScript = (preloadPath: string | undefined): string =>
  installed(preloadPath, tabTransport.toString(), `(${exposeHere.toString()})()`)

/** For a window of Chromium: what runs in the page's own world, and in the preload's, in this order. */
export function worldScripts(preloadPath: string | undefined): { page: string; preload: string } {
  const names: WorldEvents = { up: randomUUID(), down: randomUUID() }
  const text = JSON.stringify(names)
  return {
    page: `(${openPageWorld.toString()})(${text})`,
    preload: installed(
      preloadPath,
      worldTransport.toString(),
      `(${openPreloadWorld.toString()})(${text}, transport)`,
    ),
  }
}
