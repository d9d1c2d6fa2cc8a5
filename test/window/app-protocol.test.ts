import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// Outside Electron its package exports the path of a binary; the functions under test use none of its objects.
vi.mock('electron', () => ({ protocol: {} }))
const { serveFile } = await import('../../electron/window/app-protocol.ts')

const root = mkdtempSync(join(tmpdir(), 'renderer-'))
const folder = join(root, 'renderer')

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'a b.js'), '1')
  writeFileSync(join(folder, 'notes.exe'), 'x')
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(root, 'renderer-secret.json'), '{}')
  symlinkSync(join(root, 'secret.json'), join(folder, 'linked.json'))
})
afterAll(() => rmSync(root, { recursive: true }))

const get = (url: string, method = 'GET') => serveFile(folder, new Request(url, { method }))

test('the page and its parts come with their types and the policy', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/a%20b.js?v=1', 'text/javascript; charset=utf-8'],
  ]) {
    const response = await get(`app://teller${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  }
})

test('the policy allows no inline or evaluated script and no remote source', async () => {
  const policy = (await get('app://teller/')).headers.get('content-security-policy') ?? ''
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/)
  expect(policy).toMatch(/style-src 'self';/)
  expect(policy).toMatch(/; require-trusted-types-for 'script'; trusted-types own-worker$/)
})

test.each([
  'app://teller/../secret.json',
  'app://teller/%2e%2e/secret.json',
  'app://teller/..%2fsecret.json',
  'app://teller/%2e%2e%2frenderer-secret.json',
  'app://teller/linked.json',
  'app://teller/notes.exe',
  'app://teller/missing.js',
  'app://teller/assets',
  'app://other/index.html',
])('%s is not found', async (url) => {
  const response = await get(url)
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('')
})

test.each(['app://teller/%00.js', 'app://teller/%5c..%5csecret.json', 'app://teller/%ff'])(
  '%s cannot be read',
  async (url) => {
    expect((await get(url)).status).toBe(400)
  },
)

test('only GET is answered', async () => {
  expect((await get('app://teller/', 'POST')).status).toBe(405)
})
