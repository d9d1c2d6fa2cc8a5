import type { AskOptions } from '../../studio/studio-process.ts'
import type { SessionContext } from '../../workplace.ts'

/** Does what the call of this id asks of the studio: the window is told how far it is, and can cancel it. */
export async function whileUnderWay<T>(
  id: string,
  { workplace, prepared }: SessionContext,
  work: (options: AskOptions & { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  prepared.underWay.set(id, controller)
  try {
    return await work({
      signal: controller.signal,
      onProgress: (done, of) => workplace.emit('documents.progress', { id, done, of }),
    })
  } finally {
    prepared.underWay.delete(id)
  }
}
