import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path/posix'

/** In place of a file of tables or indexes, a differential backup has one with this before its name, which holds the pages that changed. */
const CHANGED = 'INCREMENTAL.'

export const isChangedPages = (name: string): boolean => basename(name).startsWith(CHANGED)
export const nameOfChanges = (name: string): string => join(dirname(name), CHANGED + basename(name))
export const nameOfWhole = (name: string): string => join(dirname(name), basename(name).slice(CHANGED.length))

/** As the server sends them since version 17 (basebackup_incremental.h): three numbers, the numbers of the pages, zeros up to a page, the pages. */
const MAGIC = 0xd3_ae_1f_0d
const PAGE = 8192
const NUMBER = 4
const HEAD = 3 * NUMBER

/**
 * Lays the changed pages over a file of the full backup. Up to a length that the server names, pages that did not change are as they were; beyond it the
 * file was cut off meanwhile, and a page that did not come is empty. Answers false where these are no changed pages.
 */
export async function layChangedPages(body: AsyncIterable<Uint8Array>, path: string): Promise<boolean> {
  const take = takerOf(body)
  const head = await take(HEAD)
  if (head?.readUInt32LE(0) !== MAGIC) return false
  const [count, kept] = [head.readUInt32LE(NUMBER), head.readUInt32LE(2 * NUMBER)]
  const list = await take(count * NUMBER)
  const filled = count === 0 ? null : await take((PAGE - ((HEAD + count * NUMBER) % PAGE)) % PAGE)
  const file = await open(path, 'r+')
  try {
    if ((await file.stat()).size > kept * PAGE) await file.truncate(kept * PAGE)
    let pages = kept
    for (let at = 0; at < count; at += 1) {
      const page = await take(PAGE)
      if (list === null || filled === null || page === null) return false
      const number = list.readUInt32LE(at * NUMBER)
      await file.write(page, 0, PAGE, number * PAGE)
      pages = Math.max(pages, number + 1)
    }
    await file.truncate(pages * PAGE)
    return (await take(1)) === null
  } finally {
    await file.close()
  }
}

/** Takes so many bytes of a stream as are asked for; null where it ends before. */
function takerOf(body: AsyncIterable<Uint8Array>): (bytes: number) => Promise<Buffer | null> {
  const parts = body[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (bytes) => {
    const gathered = [rest]
    let size = rest.length
    while (size < bytes) {
      const next = await parts.next()
      if (next.done === true) return null
      gathered.push(Buffer.from(next.value))
      size += next.value.length
    }
    const all = gathered.length === 1 ? rest : Buffer.concat(gathered)
    rest = all.subarray(bytes)
    return all.subarray(0, bytes)
  }
}

const ABOUT_BASE = /^INCREMENTAL FROM .*\n/gm

/** The label of a backup without what makes the server refuse to start on one that is not put together. */
export const labelOfWhole = (label: string): string => label.replaceAll(ABOUT_BASE, '')
