import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { expect, test, vi } from 'vitest'

const told = vi.hoisted(() => ({ messages: [] as string[] }))
vi.mock('electron', () => ({
  app: {},
  dialog: { showMessageBox: async ({ message }: { message: string }) => told.messages.push(message) },
  protocol: {},
}))
const { limitDownloads } = await import('../../electron/window/downloads.ts')

/** A download of this address, as the session tells of it, and whether it was refused. */
function download(url: string) {
  const session = new EventEmitter()
  limitDownloads(session as unknown as Session, () => {})
  const item = Object.assign(new EventEmitter(), { getURL: () => url, getFilename: () => 'receipt.pdf' })
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault }, item)
  return { item, refused: preventDefault.mock.calls.length > 0 }
}

test('what the page made is saved, and nothing else becomes a file', () => {
  expect(download('blob:app://teller/5b2a').refused).toBe(false)
  for (const url of [
    'app://teller/index.html',
    'https://example.com/x.exe',
    'blob:https://example.com/5b2a',
    'data:text/plain,x',
    'file:///etc/passwd',
    'blob:',
  ])
    expect(download(url).refused, url).toBe(true)
})

test('a file that could not be written is told, and one that nobody wanted is not', () => {
  const { item } = download('blob:app://teller/5b2a')
  item.emit('done', {}, 'cancelled')
  expect(told.messages).toEqual([])
  download('blob:app://teller/5b2a').item.emit('done', {}, 'interrupted')
  expect(told.messages).toEqual(['receipt.pdf was not saved.'])
})
