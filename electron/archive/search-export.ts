import { z } from 'zod'
import type { FoundLine } from '../../shared/contract/archives.ts'
import type { Sealed } from './manifest.ts'
import { linesIn, readManifest } from './read-export.ts'
import type { OnProgress } from '../progress.ts'

export type Wanted = {
  /** A part of a reference, an account's number, an amount or a text; of the audit log of an action, a record or what was recorded. */
  readonly text: string
  readonly from: string | null
  readonly to: string | null
}

/** What is asked of a line of the ledger to be shown; it may have more. */
const posting = z.object({
  id: z.uuid(),
  reference: z.string(),
  date: z.iso.date(),
  type: z.string(),
  amount: z.string(),
  currency: z.string(),
  description: z.string().nullable(),
  entries: z.array(z.object({ account: z.string().nullable() })),
})

/** Lines of an export that have a text, in their order; at most so many. Needs no database. */
export async function searchExport(
  folder: string,
  period: Pick<Sealed, 'kind' | 'period'>,
  wanted: Wanted,
  most: number,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<{ lines: FoundLine[]; more: boolean }> {
  const manifest = await readManifest(folder, period)
  const needle = wanted.text.toLowerCase()
  const found: FoundLine[] = []
  let done = 0
  for await (const lines of linesIn(folder, manifest, signal)) {
    for (const line of lines) {
      const hit = hitOf(line.toString('utf8'), needle, wanted)
      if (hit === null) continue
      if (found.length === most) return { lines: found, more: true }
      found.push(hit)
    }
    done += lines.length
    onProgress(done, manifest.rows)
  }
  return { lines: found, more: false }
}

/** What is asked of a line of the audit log. */
const recorded = z.object({
  id: z.uuid(),
  action: z.string(),
  type: z.string(),
  record: z.string().nullable(),
  details: z.unknown(),
  at: z.string(),
  workstation: z.string(),
})

/** A line is read as what it says only where its text has what is looked for at all. */
function hitOf(line: string, needle: string, { from, to }: Wanted): FoundLine | null {
  const escaped = JSON.stringify(needle).slice(1, -1)
  if (!line.toLowerCase().includes(escaped)) return null
  const said: unknown = JSON.parse(line)
  const found = postingIn(said) ?? rowIn(said)
  if (found === null) return null
  const { date, texts, ...hit } = found
  if ((from !== null && date < from) || (to !== null && date > to)) return null
  return texts.some((text) => text.toLowerCase().includes(needle)) ? { ...hit, date } : null
}

type Found = FoundLine & { readonly texts: readonly string[] }

function postingIn(said: unknown): Found | null {
  const read = posting.safeParse(said)
  if (!read.success) return null
  const { entries, ...rest } = read.data
  const accounts = entries.flatMap(({ account }) => account ?? [])
  return { ...rest, accounts, texts: [rest.reference, rest.amount, rest.description ?? '', ...accounts] }
}

function rowIn(said: unknown): Found | null {
  const read = recorded.safeParse(said)
  if (!read.success) return null
  const { id, action, type, record, details, at, workstation } = read.data
  const description = JSON.stringify(details)
  const shown = { id, reference: action, type, date: at.slice(0, 10), amount: null, currency: null }
  return {
    ...shown,
    description,
    accounts: [],
    texts: [action, type, record ?? '', description, workstation],
  }
}
