import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBrowser } from '../support/find-browser.ts'
import { startOf } from './sandbox.ts'
import { type Preview, previewData, startPreview } from './start-preview.ts'

const data = previewData()

let preview: Preview
let browser: Browser
let page: Page
let link: URL

/** A request that sets its own Host, which fetch does not allow. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { host, port } = link
    // By number, as a browser does for such a name; not every system's resolver knows it.
    const to = { hostname: '127.0.0.1', port, path, headers: { host, ...headers }, method }
    const sent = request(to, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject).end()
  })
}

beforeAll(async () => {
  preview = startPreview(data.folder)
  link = await preview.nextLink()
  browser = await chromium.launch(startOf(ensureBrowser()))
  page = await browser.newPage()
  await page.goto(link.href)
})

afterAll(async () => {
  await browser.close()
  await preview.end()
  data.remove()
})

test('the link opens the window, under the policy of the application', async () => {
  expect(await page.textContent('#out')).toBe('ready')
  expect(await page.evaluate(() => window.loaded)).toBe(true)
  expect(page.url()).not.toContain('ticket')
})

test('calls, failures and events work as in the window', async () => {
  expect(await page.evaluate(() => window.fixture.invoke('echo', 12n))).toBe(12n)
  await expect(page.evaluate(() => window.fixture.invoke('fail'))).rejects.toThrow('no such thing')
  const heard = page.evaluate(() => new Promise((resolve) => window.fixture.on(resolve)))
  await page.evaluate(() => window.fixture.invoke('tick', 'now'))
  expect(await heard).toBe('now')
})

test('a ten-megabyte document crosses in both directions', async () => {
  const length = await page.evaluate(async () => {
    const back = await window.fixture.invoke('echo', new Uint8Array(10 * 1024 * 1024))
    return back instanceof Uint8Array ? back.length : 0
  })
  expect(length).toBe(10 * 1024 * 1024)
})

test('the page is told that a browser shows it', async () => {
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-in-browser'))).toBe(true)
})

test('the link works once; Enter in the terminal prints a new one', async () => {
  expect(await ask(link.pathname + link.search)).toBe(403)
  const next = preview.nextLink()
  preview.process.stdin?.write('\n')
  const { pathname, search } = await next
  expect(await ask(pathname + search)).toBe(303)
  expect(await ask(pathname + search)).toBe(403)
})

test('without the cookie nothing is answered, whatever is asked', async () => {
  for (const path of ['/', '/__preload.js', '/__events', '/__ipc/invoke/fixture'])
    expect(await ask(path)).toBe(403)
})

test('another Host is refused even with the cookie', async () => {
  const [cookie] = await page.context().cookies()
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
  expect(await ask('/', headers)).toBe(200)
  expect(await ask('/', { ...headers, host: `evil.example:${link.port}` })).toBe(421)
})

test('a call from another origin is refused even with the cookie', async () => {
  const [cookie] = await page.context().cookies()
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, origin: 'https://evil.example' }
  expect(await ask('/__ipc/invoke/fixture', headers, 'POST')).toBe(403)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
})

test('the cookie goes to no other port of this computer', async () => {
  const heard: string[] = []
  const other = createServer(({ headers }, response) => {
    heard.push(headers.cookie ?? '')
    response.end('another program')
  })
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  for (const name of ['127.0.0.1', 'localhost']) await page.goto(`http://${name}:${port}/`)
  other.close()
  expect(heard.length).toBeGreaterThan(1)
  expect(heard.join('')).toBe('')
})
