import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  forEachPaper,
  type Paper,
  PAPERS,
  printerView,
  type PrinterView,
} from '../../shared/contract/printers.ts'
import { writeWhole } from '../write-whole.ts'

/** The kinds of paper that releases before knew: what is said of passbooks is apart, or they would read none of the printers. */
const EARLIER = ['RECEIPT', 'STATEMENT', 'PROOF'] as const

/** One that is not understood, of a release to come, takes no other one with it. */
const readable = z.array(printerView.nullable().catch(null))
const choices = z.record(z.enum(PAPERS), z.uuid().nullable())
const known = z.object({ printers: z.array(printerView), choices })
/** Those of the system are apart: releases before they were known would read none of the printers with one of them among the others. */
const fileShape = z.object({
  format: z.literal(1),
  printers: readable,
  system: readable.optional(),
  choices: z.record(z.enum(EARLIER), z.uuid().nullable()),
  passbooks: z.object({ printers: z.array(z.uuid()), chosen: z.uuid().nullable() }).optional(),
})
/** The printers of this workstation, and which of them prints each kind of paper. */
type Known = z.infer<typeof known>

export type KnownPrinters = {
  readonly all: () => Promise<Known>
  readonly keep: (printer: Omit<PrinterView, 'id'>) => Promise<PrinterView>
  readonly forget: (id: string) => Promise<void>
  readonly choose: (paper: Paper, id: string | null) => Promise<void>
}

const NONE: Known = { printers: [], choices: forEachPaper(() => null) }

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

const withoutPrinter = (before: Known['choices'], id: string): Known['choices'] =>
  forEachPaper((paper) => (before[paper] === id ? null : before[paper]))

const fileOf = ({ printers, choices: { PASSBOOK, ...chosen } }: Known): z.input<typeof fileShape> => ({
  format: 1,
  printers: printers.filter(({ way }) => way.by !== 'SYSTEM').map(withoutPassbooks),
  system: printers.filter(({ way }) => way.by === 'SYSTEM').map(withoutPassbooks),
  choices: chosen,
  passbooks: {
    printers: printers.filter(({ papers }) => papers.includes('PASSBOOK')).map(({ id }) => id),
    chosen: PASSBOOK,
  },
})

const withoutPassbooks = (printer: PrinterView): PrinterView => ({
  ...printer,
  papers: printer.papers.filter((paper) => paper !== 'PASSBOOK'),
})

/** In a file of before there were passbooks, what CUPS prints every paper by prints them too. */
const printsPassbooks = ({ id, way, papers }: PrinterView, said: readonly string[] | undefined): boolean =>
  said?.includes(id) ?? (way.by === 'CUPS' && EARLIER.every((paper) => papers.includes(paper)))

/** What is in the file; nothing where there is none, or where it is damaged: a printer is added again in a moment. */
async function readAll(file: string): Promise<Known> {
  try {
    const content = fileShape.parse(JSON.parse(await readFile(file, 'utf8')))
    const { printers, system = [], choices: chosen, passbooks } = content
    const all = [...printers, ...system]
      .filter((each) => each !== null)
      .map((printer): PrinterView => {
        const { papers } = withoutPassbooks(printer)
        return printsPassbooks(printer, passbooks?.printers)
          ? { ...printer, papers: [...papers, 'PASSBOOK'] }
          : { ...printer, papers }
      })
    return { printers: all.toSorted(byName), choices: { ...chosen, PASSBOOK: passbooks?.chosen ?? null } }
  } catch {
    return NONE
  }
}
