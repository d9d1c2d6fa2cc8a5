import type { Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput, Envelope } from '../../../shared/contract.ts'

type Bridge = { invoke(name: string, input: unknown): Promise<unknown> }

/** Makes a call from inside the window, over the real preload and IPC, as a screen does: the answer to one with a key is taken as seen. */
export function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<Envelope<N>> {
  return page.evaluate(
    async ([wanted, given]) => {
      const { corex } = window as unknown as { corex: Bridge }
      const answer = await corex.invoke(wanted, given)
      if ('key' in given) await corex.invoke('intents.acknowledge', { key: given.key })
      return answer as never
    },
    [name, input] as const,
  )
}

/** The same, where a refusal is not expected. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await ask(page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}
