import type { PrinterView } from '../../shared/contract/printers.ts'
import type { RollLine } from '../print/roll.ts'
import type { DrawLines } from './escpos/encode-roll.ts'
import { encodeRoll, ROLLS } from './escpos/encode-roll.ts'
import { printByEscpos } from './escpos/print-by-escpos.ts'
import { type KnownPrinters, knownPrinters } from './known-printers.ts'
import type { PrintLimits, PrintOutcome } from './printer.ts'

/** What is printed, drawn for the printer that is ready for it. */
export type PaperOf = {
  readonly title: string
  /** Its lines on a roll of so many columns. */
  readonly roll: (columns: number) => readonly RollLine[]
  readonly pdf: () => Promise<Uint8Array>
}

/** Read when the printer is ready, so that what is on record as printed was sent to one. Null: there is nothing to print. */
export type ReadPaper<T> = () => Promise<{ readonly paper: PaperOf; readonly value: T } | null>

export type Printed<T> = { readonly outcome: PrintOutcome; readonly value: T | null }

/** The printers that a workstation reaches. */
export type Printers = {
  readonly known: KnownPrinters
  readonly printOn: <T>(printer: PrinterView, read: ReadPaper<T>) => Promise<Printed<T>>
}

export function openPrinters(folder: string, limits: PrintLimits, draw: DrawLines): Printers {
  const last = new Map<string, Promise<unknown>>()
  /** One paper after the other on each: a printer talks to one at a time. */
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const done = (last.get(id) ?? Promise.resolve()).then(work)
    last.set(
      id,
      done.catch(() => {}),
    )
    return done
  }
  return {
    known: knownPrinters(folder),
    printOn: ({ id, way }, read) =>
      inTurn(id, () =>
        printByEscpos(
          way,
          async () => {
            const made = await read()
            if (made === null) return null
            const lines = made.paper.roll(ROLLS[way.roll].columns)
            return { bytes: await encodeRoll(lines, way.roll, draw), value: made.value }
          },
          limits,
        ),
      ),
  }
}
