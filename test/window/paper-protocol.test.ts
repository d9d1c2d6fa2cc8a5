import { expect, test } from 'vitest'
import { paperUrl, servePaper } from '../../electron/window/paper-protocol.ts'

const PAGE = { png: new Uint8Array([137, 80]), width: 297.64, height: 419.53 }
const papers = new Map([['p-1', { title: '</title><script>', pages: [PAGE] }]])
const get = (url: string, method = 'GET') => servePaper(papers, new Request(url, { method }))

test('a page shows its pictures in their size on paper, and its title as words', async () => {
  const answer = get(paperUrl('p-1'))
  const html = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>')
  expect(html).not.toContain('<script')
  const [, width, height] = /<img src="0\.png" alt="" width="([\d.]+)" height="([\d.]+)">/.exec(html) ?? []
  expect([Number(width) / 96, Number(height) / 96].map((inches) => Math.round(inches * 25.4))).toEqual([
    105, 148,
  ])
  expect(new Uint8Array(await get('app://paper/p-1/0.png').arrayBuffer())).toEqual(PAGE.png)
  expect(get('app://paper/p-1/paper.css').headers.get('content-type')).toContain('text/css')
})

test('no script, and nothing from elsewhere, is allowed on it, and nothing of it is kept', () => {
  for (const { headers } of [get(paperUrl('p-1')), get('app://paper/p-1/0.png'), get('app://paper/p-2/')]) {
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "img-src 'self'"]))
    expect(policy).not.toMatch(/script-src|unsafe|connect-src|\*/)
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'no-store',
      'nosniff',
    ])
  }
})

test.each([
  'app://paper/p-2/',
  'app://paper/p-1/1.png',
  'app://paper/p-1/page.html',
  'app://paper/p-1/0.png?x',
  'app://teller/p-1/',
  'app://paper/../p-1/x',
])('%s is not there', (url) => {
  expect(get(url).status).toBe(404)
})

test('nothing is sent to it', () => {
  expect(get(paperUrl('p-1'), 'POST').status).toBe(404)
})
