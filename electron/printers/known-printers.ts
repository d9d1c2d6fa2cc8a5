import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Paper, PAPERS, printerView, type PrinterView } from '../../shared/contract/printers.ts'
import { writeWhole } from '../write-whole.ts'

/** One that is not understood, of a release to come, takes no other one with it. */
const readable = z.array(printerView.nullable().catch(null))
const choices = z.record(z.enum(PAPERS), z.uuid().nullable())
const known = z.object({ printers: z.array(printerView), choices })
/** Those of the system are apart: releases before they were known would read none of the printers with one of them among the others. */
const fileShape = z.object({
  format: z.literal(1),
  printers: readable,
  system: readable.optional(),
  choices,
})
/** The printers of this workstation, and which of them prints each kind of paper. */
type Known = z.infer<typeof known>

export type KnownPrinters = {
  readonly all: () => Promise<Known>
  readonly keep: (printer: Omit<PrinterView, 'id'>) => Promise<PrinterView>
  readonly forget: (id: string) => Promise<void>
  readonly choose: (paper: Paper, id: string | null) => Promise<void>
}

const NONE: Known = { printers: [], choices: { RECEIPT: null, STATEMENT: null, PROOF: null } }

const byName = (a: PrinterView, b: PrinterView) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)

/** In a file beside the workstation's other settings: they are no secret, and each desk has others. */
export function knownPrinters(folder: string): KnownPrinters {
  const file = join(folder, 'printers.json')
  let last: Promise<unknown> = Promise.resolve()
  /** One change after the other: each reads what the one before has written. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const change = (edit: (before: Known) => Known) =>
    inTurn(async () => {
      const after = edit(await readAll(file))
      const text = `${JSON.stringify(fileOf(after), null, 2)}\n`
      await writeWhole(file, text, `${file}.${process.pid}.new`)
    })
  return {
    all: () => inTurn(() => readAll(file)),
    keep: async (printer) => {
      const kept = { ...printer, id: randomUUID() }
      await change((before) => ({ ...before, printers: [...before.printers, kept].toSorted(byName) }))
      return kept
    },
    forget: (id) =>
      change((before) => ({
        printers: before.printers.filter((each) => each.id !== id),
        choices: withoutPrinter(before.choices, id),
      })),
    choose: (paper, id) => change((before) => ({ ...before, choices: { ...before.choices, [paper]: id } })),
  }
}

const withoutPrinter = ({ RECEIPT, STATEMENT, PROOF }: Known['choices'], id: string): Known['choices'] => {
  const unless = (chosen: string | null) => (chosen === id ? null : chosen)
  return { RECEIPT: unless(RECEIPT), STATEMENT: unless(STATEMENT), PROOF: unless(PROOF) }
}

const fileOf = ({ printers, choices: chosen }: Known): z.input<typeof fileShape> => ({
  format: 1,
  printers: printers.filter(({ way }) => way.by !== 'SYSTEM'),
  system: printers.filter(({ way }) => way.by === 'SYSTEM'),
  choices: chosen,
})

/** What is in the file; nothing where there is none, or where it is damaged: a printer is added again in a moment. */
async function readAll(file: string): Promise<Known> {
  try {
    const {
      printers,
      system = [],
      choices: chosen,
    } = fileShape.parse(JSON.parse(await readFile(file, 'utf8')))
    const all = [...printers, ...system].filter((each) => each !== null)
    return { printers: all.toSorted(byName), choices: chosen }
  } catch {
    return NONE
  }
}
