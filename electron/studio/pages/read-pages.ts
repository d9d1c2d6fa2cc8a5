import type { Reading } from '../../../shared/reading/reading.ts'
import { readBarcode } from '../../reading/barcode/read-barcode.ts'
import { ownNetwork } from '../../reading/mrz/own-network.ts'
import { readMrz } from '../../reading/mrz/read-mrz.ts'
import { readingOfMrz } from '../../reading/reading-of-mrz.ts'
import type { OnPage } from '../on-page.ts'
import { greyOf } from './grey-of.ts'

/** A page that has nothing to read is given up after so many seconds. */
const MOST_SECONDS = 8
/** An identity document has two sides; what a longer file holds is no zone. */
const MOST_PAGES = 4
/** Fewer agreeing digits, or characters that are less sure, are a text that only looks like a zone: one digit in ten agrees by chance. */
const LEAST = { digits: 0.25, sureness: 0.5 } as const

async function readPage(jpeg: Uint8Array, page: number, today: string): Promise<Reading | null> {
  const until = performance.now() + MOST_SECONDS * 1000
  const mayGoOn = () => performance.now() < until
  const grey = await greyOf(jpeg)
  const zone = readMrz(ownNetwork(), grey, mayGoOn)
  if (zone !== null && zone.digits >= LEAST.digits && zone.sureness >= LEAST.sureness)
    return readingOfMrz(zone, page, today)
  return readBarcode(grey, page, mayGoOn)
}

/** What a machine reads of the pages, at most one reading each, in their order. */
export async function readPages(
  pages: readonly Uint8Array[],
  today: string,
  onPage: OnPage,
): Promise<Reading[]> {
  const readings: Reading[] = []
  const tried = pages.slice(0, MOST_PAGES)
  for (const [i, jpeg] of tried.entries()) {
    const found = await readPage(jpeg, i + 1, today)
    if (found !== null) readings.push(found)
    onPage(i + 1, tried.length)
  }
  return readings
}
