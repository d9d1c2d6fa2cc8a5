import { createHash } from 'node:crypto'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { decodeText } from '../payments/decode-text.ts'
import type { Around } from '../../progress.ts'
import type { ReadList } from './listed-entry.ts'
import { readOfacCsv } from './read-ofac-csv.ts'
import { readOfacXml } from './read-ofac-xml.ts'
import { isOpenSanctions, readOpenSanctions } from './read-opensanctions.ts'
import { readUnXml } from './read-un-xml.ts'

/** The longest published list, OFAC's with all it has, is 30 MB; the database keeps names of so many entries easily. */
const MEGABYTES = 64
const MOST_ENTRIES = 200_000

export type ListFile = { readonly fileName: string; readonly content: Uint8Array }

/** What a file is, by what it holds and never by its name. `alt.csv` is OFAC's second file. */
function kindOf(text: string): ReadList['format'] | 'OFAC_ALIASES' | null {
  const head = text.slice(0, 4000)
  if (/<(?:\w+:)?CONSOLIDATED_LIST[\s>]/.test(head)) return 'UN_XML'
  if (/<(?:\w+:)?sdnList[\s>]/.test(head)) return 'OFAC_XML'
  const [first = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1)
  if (isOpenSanctions(first)) return 'OPENSANCTIONS_CSV'
  if (/^\d+,\d+,"?[afn]ka"?,/i.test(first)) return 'OFAC_ALIASES'
  return /^\d+,".+",/.test(first) ? 'OFAC_CSV' : null
}

async function readAs(
  format: ReadList['format'],
  { text, aliases }: { readonly text: string; readonly aliases: string | null },
  around: Around,
) {
  if (format === 'UN_XML') return readUnXml(text, around)
  if (format === 'OFAC_XML') return readOfacXml(text, around)
  return format === 'OFAC_CSV' ? readOfacCsv(text, aliases) : readOpenSanctions(text)
}

export type HashedList = ReadList & { readonly hash: Buffer }

/** Reads one file, or OFAC's two; `hash` is over both. */
export async function readList(
  files: readonly ListFile[],
  around: Around,
): Promise<Result<HashedList, 'FILE_TOO_LARGE' | 'LIST_UNKNOWN'>> {
  const size = files.reduce((sum, { content }) => sum + content.length, 0)
  if (size > MEGABYTES * 1_000_000) return fail('FILE_TOO_LARGE', { megabytes: String(MEGABYTES) })
  const texts = files.map(({ content }) => decodeText(content)?.text ?? '')
  const kinds = texts.map(kindOf)
  const main = kinds.findIndex((kind) => kind !== null && kind !== 'OFAC_ALIASES')
  const [format, text] = [kinds[main], texts[main]]
  if (format === undefined || format === null || format === 'OFAC_ALIASES' || text === undefined)
    return fail('LIST_UNKNOWN')
  const aliases = texts[kinds.indexOf('OFAC_ALIASES')] ?? null
  if (files.length > (format === 'OFAC_CSV' && aliases !== null ? 2 : 1)) return fail('LIST_UNKNOWN')
  const read = await readAs(format, { text, aliases }, around)
  if (read === null || read.entries.length === 0 || read.entries.length > MOST_ENTRIES)
    return fail('LIST_UNKNOWN')
  const hash = createHash('sha256')
  for (const { content } of [files[main], ...files.filter((_, n) => n !== main)].flatMap(
    (file) => file ?? [],
  ))
    hash.update(content)
  return ok({ ...read, hash: hash.digest() })
}
