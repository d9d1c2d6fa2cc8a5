import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { scannerView } from '../../shared/contract/scanners.ts'
import { writeWhole } from '../write-whole.ts'
import type { FoundScanner } from './scanner.ts'

const knownScanner = scannerView.extend({
  fingerprint: z.string().nullable(),
  device: z.object({ uuid: z.string(), serial: z.string() }).nullable().default(null),
})
export type KnownScanner = z.infer<typeof knownScanner>
const fileShape = z.object({ format: z.literal(1), scanners: z.array(knownScanner) })

/** The scanners of this workstation, in a file beside its other settings. They are no secret, and a branch has others at each desk. */
export type KnownScanners = {
  readonly all: () => Promise<readonly KnownScanner[]>
  /** One with the same address, or the one that had this id, is kept at its id. */
  readonly keep: (found: FoundScanner, id?: string | null) => Promise<KnownScanner>
  readonly forget: (id: string) => Promise<void>
}

const byName = (a: KnownScanner, b: KnownScanner) =>
  a.name.localeCompare(b.name) || a.address.localeCompare(b.address)

export function knownScanners(folder: string): KnownScanners {
  const file = join(folder, 'scanners.json')
  let last: Promise<unknown> = Promise.resolve()
  /** One change after the other: each reads what the one before has written. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const change = (edit: (before: readonly KnownScanner[]) => readonly KnownScanner[]) =>
    inTurn(async () => {
      const after = edit(await readAll(file)).toSorted(byName)
      const text = `${JSON.stringify({ format: 1, scanners: after }, null, 2)}\n`
      await writeWhole(file, text, `${file}.${process.pid}.new`)
      return after
    })
  return {
    all: () => inTurn(() => readAll(file)),
    keep: async (found, id = null) => {
      const after = await change((before) => {
        const earlier = before.find((each) => each.address === found.address || each.id === id)
        const others = before.filter((each) => each !== earlier)
        return [...others, { ...found, sources: [...found.sources], id: earlier?.id ?? randomUUID() }]
      })
      const kept = after.find(({ address }) => address === found.address)
      if (kept === undefined) throw new Error('A scanner was not kept')
      return kept
    },
    forget: async (id) => {
      await change((before) => before.filter((each) => each.id !== id))
    },
  }
}

/** What is in the file; nothing where there is none, or where it is damaged: a scanner is added again in a moment. */
async function readAll(file: string): Promise<readonly KnownScanner[]> {
  try {
    return fileShape.parse(JSON.parse(await readFile(file, 'utf8'))).scanners
  } catch {
    return []
  }
}
