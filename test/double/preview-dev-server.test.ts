import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBrowser } from '../support/find-browser.ts'
import { startOf } from './sandbox.ts'
import { type Preview, previewData, startPreview } from './start-preview.ts'

/** What `npm run dev` does where Electron's binary cannot be had: the preview shows what Vite's development server serves. */

const data = previewData()
const source = mkdtempSync(join(tmpdir(), 'preview-source-'))
const write = (word: string) =>
  writeFileSync(join(source, 'word.js'), `export const word = '${word}'\nimport.meta.hot.accept(window.show)`)

let vite: ViteDevServer
let preview: Preview
let browser: Browser
let page: Page
let link: URL
let env: Record<string, string>

beforeAll(async () => {
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><html><head></head><body><p id="out"></p><script type="module" src="/page.js"></script></body></html>',
  )
  writeFileSync(
    join(source, 'page.js'),
    `window.show = ({ word }) => { document.getElementById('out').textContent = word }\nwindow.show(await import('/word.js'))`,
  )
  write('first')
  vite = await createServer({
    root: source,
    configFile: false,
    logLevel: 'error',
    cacheDir: join(source, 'cache'),
    server: { host: '127.0.0.1' },
  })
  await vite.listen()
  env = { ELECTRON_RENDERER_URL: vite.resolvedUrls?.local[0] ?? '', DOUBLE_COOKIE: 'one-for-both-starts' }
  preview = startPreview(data.folder, env)
  link = await preview.nextLink()
  browser = await chromium.launch(startOf(ensureBrowser()))
  page = await browser.newPage()
  const isConnected = page.waitForEvent('console', (line) => line.text().includes('[vite] connected'))
  await page.goto(link.href)
  await isConnected
})

afterAll(async () => {
  await browser.close()
  await preview.end()
  await vite.close()
  rmSync(source, { recursive: true })
  data.remove()
})

const shown = (word: string) =>
  page.waitForFunction((w) => document.getElementById('out')?.textContent === w, word)

test('the page comes from the development server, with the bridge in it', async () => {
  await shown('first')
  expect(await page.evaluate(() => window.fixture.invoke('echo', 12n))).toBe(12n)
})

test('a changed module is in the page without a reload', async () => {
  await page.evaluate(() => document.body.setAttribute('data-kept', 'yes'))
  write('second')
  await shown('second')
  expect(await page.getAttribute('body', 'data-kept')).toBe('yes')
})

test('the page comes back by itself when the application has started again', async () => {
  await preview.end()
  preview = startPreview(data.folder, { ...env, DOUBLE_PORT: link.port })
  await preview.nextLink()
  await page.waitForFunction(() => !document.body.hasAttribute('data-kept'))
  await shown('second')
  expect(await page.evaluate(() => window.fixture.invoke('echo', 'again'))).toBe('again')
})

/** How the request for a web socket ends: with the status of an answer, or without one. */
function askForSocket(headers: Record<string, string>): Promise<number | 'refused'> {
  return new Promise((resolve) => {
    const { host, port } = link
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'vite-ping' }
    const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' }
    const sent = request({ hostname: '127.0.0.1', port, headers: { host, ...upgrade, ...key, ...headers } })
    sent.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy()
      resolve(statusCode)
    })
    sent.on('response', ({ statusCode = 0 }) => resolve(statusCode))
    sent.on('error', () => resolve('refused')).end()
  })
}

test('the web socket is for the tab that has the cookie, and for no other page', async () => {
  const [cookie] = await page.context().cookies()
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, origin: link.origin }
  expect(await askForSocket(headers)).toBe(101)
  expect(await askForSocket({ origin: link.origin })).toBe('refused')
  expect(await askForSocket({ ...headers, origin: 'https://evil.example' })).toBe('refused')
})
