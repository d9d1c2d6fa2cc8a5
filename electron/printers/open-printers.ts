import type { PrinterView } from '../../shared/contract/printers.ts'
import type { Draw } from './draw.ts'
import { encodeRoll, ROLLS } from './escpos/encode-roll.ts'
import { cupsQueues, printByCups } from './cups/print-by-cups.ts'
import type { ProgramEnv } from './cups/run-program.ts'
import { printByEscpos } from './escpos/print-by-escpos.ts'
import { type KnownPrinters, knownPrinters } from './known-printers.ts'
import type { Printed, PrintLimits, ReadPaper } from './printer.ts'
import { printBySystem, systemDevices } from './system/print-by-system.ts'
import type { SystemPrinters } from './system/system-printers.ts'

/** The printers that a workstation reaches. */
export type Printers = {
  readonly known: KnownPrinters
  /** The queues of this computer; null where CUPS is not installed. */
  readonly queues: () => Promise<readonly string[] | null>
  /** The printers of the operating system; null where it does not say. */
  readonly devices: () => ReturnType<typeof systemDevices>
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
  const printNow = <T>({ way }: PrinterView, read: ReadPaper<T>): Promise<Printed<T>> => {
    if (way.by === 'CUPS') return printByCups(way.queue, read, { env, limits })
    if (way.by === 'SYSTEM') return printBySystem(way.device, read, { system, draw, limits })
    const make = async () => {
      const made = await read()
      if (made === null) return null
      const lines = made.paper.roll(ROLLS[way.roll].columns)
      return { bytes: await encodeRoll(lines, way.roll, draw.lines), value: made.value }
    }
    return printByEscpos(way, make, limits)
  }
  return {
    known: knownPrinters(folder),
    queues: () => cupsQueues(env, limits),
    devices: () => systemDevices(system, limits),
    printOn: (printer, read) => inTurn(printer.id, () => printNow(printer, read)),
  }
}
