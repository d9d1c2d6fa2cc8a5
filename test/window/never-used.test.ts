import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const texts = globSync('{electron,renderer,shared}/**/*.{ts,tsx,html}', {
  cwd: root,
  exclude: ['**/*.test.ts'],
}).map((file) => readFileSync(root + file, 'utf8'))

/** What checklists for Electron warn of, and this application has no use for: programs opened by the system, certificates taken unseen, experiments. */
const NEVER = [
  'openExternal',
  'openPath',
  'executeJavaScript',
  'insertCSS',
  'setCertificateVerifyProc',
  'certificate-error',
  'enableBlinkFeatures',
  'experimentalFeatures',
  'allowpopups',
  '<webview',
  '@electron/remote',
  'enableRemoteModule',
  'appendSwitch',
  'ELECTRON_DISABLE_SECURITY_WARNINGS',
  'setAsDefaultProtocolClient',
  'registerFileProtocol',
  'bypassCSP',
  'dangerouslySetInnerHTML',
  'NODE_TLS_REJECT_UNAUTHORIZED',
]

test.each(NEVER)('the sources use none of %s', (word) => {
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => text.includes(word))).toEqual([])
})
