import { setTimeout as pause } from 'node:timers/promises'
import type { PrintStop } from '../../../shared/printer-faults.ts'
import {
  MANY_PAGES,
  PRINTED,
  type PaperOf,
  type Printed,
  type PrintLimits,
  type ReadPaper,
} from '../printer.ts'
import { type AskCups, cupsServer } from './cups-server.ts'
import { GET_JOB_ATTRIBUTES, GET_PRINTER_ATTRIBUTES } from './ipp.ts'
import { endOfJob, JOB_WANTED, QUEUE_WANTED, whyNotReady, whyStuck } from './queue-state.ts'
import { type ProgramEnv, runProgram } from './run-program.ts'

/** The queues of this computer; null where CUPS is not installed, none where it does not run. */
export async function cupsQueues(
  env: ProgramEnv,
  { answer }: PrintLimits,
): Promise<readonly string[] | null> {
  const said = await runProgram('lpstat', ['-e'], { env, within: answer })
  if (said === null || said.status !== 0) return null
  return said.output.split('\n').filter((name) => name !== '')
}

/**
 * Prints a PDF on a queue of CUPS by `lp`, and asks CUPS by IPP what became of the job. A job that does not end well is taken back, so that
 * nothing comes out later.
 */
export async function printByCups<T>(
  queue: string,
  read: ReadPaper<T>,
  { env, limits }: { readonly env: ProgramEnv; readonly limits: PrintLimits },
): Promise<Printed<T>> {
  const ask = await cupsServer(env, limits.answer)
  if (ask === null) return { outcome: { is: 'UNREACHABLE' }, value: null }
  const because = whyNotReady(await ask(GET_PRINTER_ATTRIBUTES, { queue, wanted: QUEUE_WANTED }))
  if (because !== null) return { outcome: { is: 'NOT_BEGUN', because }, value: null }
  const made = await read()
  if (made === null) return { outcome: PRINTED, value: null }
  const { paper, value } = made
  const within = limits.print * (paper.isLong ? MANY_PAGES : 1)
  const sent = await runProgram('lp', ['-d', queue, '-t', paper.title, ...inItsSize(paper), '-'], {
    env,
    within,
    input: await paper.pdf(),
  })
  const [, job] = /^request id is \S+-(\d+) /.exec(sent?.output ?? '') ?? []
  if (job === undefined) return { outcome: { is: 'STOPPED', because: 'FAILED' }, value }
  const end = await endOf(ask, { queue, job: Number(job) }, limits, within)
  if (end === 'PRINTED') return { outcome: PRINTED, value }
  await runProgram('cancel', [`${queue}-${job}`], { env, within: limits.answer })
  return { outcome: { is: 'STOPPED', because: end }, value }
}

/** What CUPS would otherwise scale to the paper that a queue has by default. */
const inItsSize = ({ exactSize }: PaperOf): readonly string[] =>
  exactSize === undefined
    ? []
    : ['-o', `media=Custom.${exactSize.width}x${exactSize.height}mm`, '-o', 'print-scaling=none']

async function endOf(
  ask: AskCups,
  { queue, job }: { readonly queue: string; readonly job: number },
  limits: PrintLimits,
  within: number,
): Promise<PrintStop | 'PRINTED'> {
  const latest = performance.now() + within
  while (performance.now() < latest) {
    const answer = await ask(GET_JOB_ATTRIBUTES, { queue, job, wanted: JOB_WANTED })
    if (answer === null) return 'LOST'
    const end = endOfJob(answer)
    if (end !== null) return end
    const printer = await ask(GET_PRINTER_ATTRIBUTES, { queue, wanted: QUEUE_WANTED })
    const stuck = printer === null ? 'LOST' : whyStuck(printer)
    if (stuck !== null) return stuck
    await pause(limits.look)
  }
  return 'SILENT'
}
