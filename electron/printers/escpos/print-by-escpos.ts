import type { PrintStop } from '../../../shared/printer-faults.ts'
import { PRINTED, type PrintLimits, type PrintOutcome } from '../printer.ts'
import { type LineToPrinter, openLine } from './line-to-printer.ts'
import {
  ASK_END,
  ASK_STATE,
  BE_QUIET,
  endedWithoutPaper,
  isEndAnswer,
  isStateAnswer,
  STATE_ANSWERS,
  type Trouble,
  troubleIn,
} from './printer-state.ts'

/** Makes the paper when the printer is ready; null where there is nothing to print any more. */
export type MakePaper<T> = () => Promise<{ readonly bytes: Uint8Array; readonly value: T } | null>

/** The state of the printer: null where it can print, SILENT where it does not say so in time. */
async function stateOf(line: LineToPrinter, limits: PrintLimits): Promise<Trouble | 'SILENT' | null> {
  if (!(await line.send(ASK_STATE, limits.answer))) return 'SILENT'
  const answers: number[] = []
  while (answers.length < STATE_ANSWERS) {
    const byte = await line.next(limits.answer)
    if (byte === null) return 'SILENT'
    if (isStateAnswer(byte)) answers.push(byte)
  }
  return troubleIn(answers)
}

/** Waits until the printer says that it is done; asks it meanwhile why it is not. */
async function endOf(line: LineToPrinter, limits: PrintLimits): Promise<PrintStop | null> {
  const latest = performance.now() + limits.print
  while (performance.now() < latest) {
    const byte = await line.next(limits.look)
    if (byte !== null && isEndAnswer(byte)) return endedWithoutPaper(byte) ? 'PAPER_OUT' : null
    if (byte !== null) continue
    if (line.isCut()) return 'LOST'
    const trouble = await troubleMeanwhile(line, limits)
    if (trouble !== 'NONE') return trouble
  }
  return 'SILENT'
}

/** Why not all of it has left: the line is cut, or the printer takes no more. */
const unsent = (line: LineToPrinter): PrintStop => (line.isCut() ? 'LOST' : 'SILENT')

/** The answer about the end may come between those about the state. */
async function troubleMeanwhile(
  line: LineToPrinter,
  limits: PrintLimits,
): Promise<PrintStop | 'NONE' | null> {
  if (!(await line.send(ASK_STATE, limits.answer))) return unsent(line)
  const answers: number[] = []
  while (answers.length < STATE_ANSWERS) {
    const byte = await line.next(limits.answer)
    if (byte === null) return line.isCut() ? 'LOST' : 'NONE'
    if (isEndAnswer(byte)) return endedWithoutPaper(byte) ? 'PAPER_OUT' : null
    if (isStateAnswer(byte)) answers.push(byte)
  }
  return troubleIn(answers) ?? 'NONE'
}

/**
 * Prints on an ESC/POS printer of the network. It is asked for its state before the paper is made, and for the end behind it: what is told
 * to be printed was worked on by the printer to its last byte.
 */
export async function printByEscpos<T>(
  { host, port }: { readonly host: string; readonly port: number },
  make: MakePaper<T>,
  limits: PrintLimits,
): Promise<{ readonly outcome: PrintOutcome; readonly value: T | null }> {
  const line = await openLine(host, port, limits.connect)
  if (line === null) return { outcome: { is: 'UNREACHABLE' }, value: null }
  try {
    const trouble = (await line.send(BE_QUIET, limits.answer)) ? await stateOf(line, limits) : 'SILENT'
    if (trouble !== null) return { outcome: { is: 'NOT_BEGUN', because: trouble }, value: null }
    const paper = await make()
    if (paper === null) return { outcome: PRINTED, value: null }
    const sent = await line.send(Buffer.concat([paper.bytes, ASK_END]), limits.print)
    const stopped = sent ? await endOf(line, limits) : unsent(line)
    return {
      outcome: stopped === null ? PRINTED : { is: 'STOPPED', because: stopped },
      value: paper.value,
    }
  } finally {
    line.close()
  }
}
