import type { z } from 'zod'
import {
  type OperationInput,
  type OperationName,
  type OperationOutput,
  operations,
  request,
} from './messages.ts'
import {
  type Asked,
  type AskOptions,
  type Running,
  type StudioProcess,
  useProcess,
} from './studio-process.ts'

type Ask<N extends OperationName> = (
  input: OperationInput<N>,
  options?: AskOptions,
) => Promise<Asked<OperationOutput<N>>>

/** Everything that decodes what people hand in; each operation is described beside its schema. */
export type Studio = {
  readonly prepare: Ask<'prepare'>
  readonly adjust: Ask<'adjust'>
  readonly read: Ask<'read'>
  readonly drawLines: Ask<'drawLines'>
  readonly drawPage: Ask<'drawPage'>
  readonly close: () => void
}

/**
 * Opens the studio: its process starts with the first request and again after it ended. Requests are worked on one after the other, so
 * that cancelling one ends nothing else.
 */
export function openStudio(start: () => StudioProcess): Studio {
  let running: Running | null = null
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  const put = async (operation: OperationName, input: unknown, options: AskOptions) => {
    if (options.signal?.aborted === true) return { ok: false, because: 'cancelled' } as const
    const isFresh = running === null || running.hasEnded()
    running = running === null || isFresh ? useProcess(start()) : running
    const asked = await running.ask(request.parse({ id: ++count, operation, input }), options)
    if (asked.ok || asked.because !== 'ended' || isFresh) return asked
    // What earlier files left in its memory is not the fault of this one, which is tried once more by itself.
    running = useProcess(start())
    return running.ask(request.parse({ id: ++count, operation, input }), options)
  }

  const inTurn = <T>(operation: OperationName, output: z.ZodType<T>) => {
    return (input: unknown, options: AskOptions = {}): Promise<Asked<T>> => {
      const answered = last.then(async () => {
        const asked = await put(operation, input, options)
        return asked.ok ? { ok: true as const, output: output.parse(asked.output) } : asked
      })
      last = answered.catch(() => {})
      return answered
    }
  }

  return {
    prepare: inTurn('prepare', operations.prepare.output),
    adjust: inTurn('adjust', operations.adjust.output),
    read: inTurn('read', operations.read.output),
    drawLines: inTurn('drawLines', operations.drawLines.output),
    drawPage: inTurn('drawPage', operations.drawPage.output),
    close: () => running?.kill(),
  }
}
