import { readFileSync } from 'node:fs'
import { makeCodec } from './codec.ts'
import { installPreload, type Transport } from './page.ts'

/**
 * The script that a page runs first: the double's half of the bridge, and the application's real preload inside it.
 * `transport` is stringified, so it may use nothing from outside its own body.
 */
export function preloadScript(preloadPath: string | undefined, transport: () => Transport): string {
  const source = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')
  const versions = { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '' }
  const facts = JSON.stringify({ platform: process.platform, versions })
  const preload = `function (require, module, exports, process) {\n${source}\n}`
  return `(() => {
  const transport = (${transport.toString()})()
  if (window.top !== window) return
  ;(${installPreload.toString()})(${facts}, transport, (${makeCodec.toString()})(), ${preload})
})()`
}
