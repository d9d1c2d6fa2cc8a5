import type { PrinterView } from '../../shared/contract/printers.ts'
import type { Draw } from './draw.ts'
import { encodeRoll } from './escpos/encode-roll.ts'
import { rollPdf } from './escpos/roll-pdf.ts'
import { rollParts, ROLLS, type RollWidth } from './escpos/roll-parts.ts'
import { cupsQueues, printByCups } from './cups/print-by-cups.ts'
import type { ProgramEnv } from './cups/run-program.ts'
import { printByEscpos } from './escpos/print-by-escpos.ts'
import { type KnownPrinters, knownPrinters } from './known-printers.ts'
import type { PaperOf, Printed, PrintLimits, ReadPaper } from './printer.ts'
import { printBySystem, systemDevices } from './system/print-by-system.ts'
import type { SystemPrinters } from './system/system-printers.ts'

/** The printers that a workstation reaches. */
export type Printers = {
  readonly known: KnownPrinters
  /** The queues of this computer; null where CUPS is not installed. */
  readonly queues: () => Promise<readonly string[] | null>
  /** The printers of the operating system; null where it does not say. */
  readonly devices: () => ReturnType<typeof systemDevices>
  /** A paper as that printer prints it, as a PDF; without one as it is saved. */
  readonly pdfFor: (printer: PrinterView | null, paper: PaperOf) => Promise<Uint8Array>
  readonly printOn: <T>(printer: PrinterView, read: ReadPaper<T>) => Promise<Printed<T>>
}

export function openPrinters(
  folder: string,
  limits: PrintLimits,
  draw: Draw,
  env: ProgramEnv,
  system: SystemPrinters | null,
): Printers {
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
  /** The only way from a paper to a roll, printed or looked at. */
  const partsOf = (paper: PaperOf, roll: RollWidth) =>
    rollParts(paper.roll(ROLLS[roll].columns), roll, draw.lines)
  const printNow = <T>({ way }: PrinterView, read: ReadPaper<T>): Promise<Printed<T>> => {
    if (way.by === 'CUPS') return printByCups(way.queue, read, { env, limits })
    if (way.by === 'SYSTEM') return printBySystem(way.device, read, { system, draw, limits })
    const make = async () => {
      const made = await read()
      if (made === null) return null
      return { bytes: encodeRoll(await partsOf(made.paper, way.roll), way.roll), value: made.value }
    }
    return printByEscpos(way, make, limits)
  }
  return {
    known: knownPrinters(folder),
    queues: () => cupsQueues(env, limits),
    devices: () => systemDevices(system, limits),
    pdfFor: async (printer, paper) =>
      printer?.way.by === 'ESCPOS'
        ? rollPdf(await partsOf(paper, printer.way.roll), paper.title, printer.way.roll)
        : paper.pdf(),
    printOn: (printer, read) => inTurn(printer.id, () => printNow(printer, read)),
  }
}
