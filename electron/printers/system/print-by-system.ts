import { setTimeout as pause } from 'node:timers/promises'
import { printerDevice } from '../../../shared/contract/printers.ts'
import type { Draw } from '../draw.ts'
import {
  MANY_PAGES,
  PRINTED,
  type Printed,
  type PrintLimits,
  type PrintOutcome,
  type ReadPaper,
} from '../printer.ts'
import type { SystemAnswer, SystemPrinters } from './system-printers.ts'

type Device = { readonly device: string; readonly name: string }

/** The printers of the system whose names can be kept; null where it does not say in time. */
export async function systemDevices(
  system: SystemPrinters | null,
  { answer }: PrintLimits,
): Promise<readonly Device[] | null> {
  const end = new AbortController()
  const late = pause(answer, null, { signal: end.signal }).catch(() => null)
  const said = await Promise.race([system?.list() ?? null, late]).catch(() => null)
  end.abort()
  return said?.filter(({ device }) => printerDevice.safeParse(device).success) ?? null
}

const CANCELLED = /cancell?ed/i

function outcomeOf(said: SystemAnswer): PrintOutcome {
  if (said.is === 'TAKEN') return { is: 'TAKEN' }
  if (said.is === 'SILENT') return { is: 'STOPPED', because: 'SILENT' }
  return { is: 'STOPPED', because: CANCELLED.test(said.reason) ? 'CANCELLED' : 'FAILED' }
}

/**
 * Prints on a printer of the operating system, page by page as pictures. It is looked for among the others before anything is read; what it
 * does behind the system's back, such as running out of paper, is not told.
 */
export async function printBySystem<T>(
  device: string,
  read: ReadPaper<T>,
  {
    system,
    draw,
    limits,
  }: { readonly system: SystemPrinters | null; readonly draw: Draw; readonly limits: PrintLimits },
): Promise<Printed<T>> {
  const devices = await systemDevices(system, limits)
  if (system === null || devices === null) return { outcome: { is: 'UNREACHABLE' }, value: null }
  if (!devices.some((each) => each.device === device))
    return { outcome: { is: 'NOT_BEGUN', because: 'GONE' }, value: null }
  const made = await read()
  if (made === null) return { outcome: PRINTED, value: null }
  const { paper, value } = made
  const pages = await draw.pages(await paper.pdf())
  const within = limits.print * (paper.isLong ? MANY_PAGES : 1)
  const said = await system.print(device, { title: paper.title, pages }, AbortSignal.timeout(within))
  return { outcome: outcomeOf(said), value }
}
