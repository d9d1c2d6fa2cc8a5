import type { Down, Given, Up, WorldEvents } from './page-world.ts'
import type { Transport } from './page.ts'

declare global {
  /** Only in the preload's world: how it calls the main process, and how it is answered and called. */
  interface Window {
    electronDouble?: (message: string) => void
    electronDoubleAnswer?: (call: number, reply: string | null) => void
    electronDoubleDeliver?: (channel: string, payload: string) => void
  }
}

/** A message of the preload's world to the main process. */
export type Message = {
  readonly call: number
  readonly kind: string
  readonly channel: string
  readonly payload: string
}

/** Runs in the preload's world, as source text: the way to the main process, which the page's world does not have. */
export function worldTransport(): Transport {
  const waiting = new Map<number, { resolve: (reply: string) => void; reject: (error: Error) => void }>()
  let number = 0
  window.electronDoubleAnswer = (call, reply) => {
    const settle = waiting.get(call)
    waiting.delete(call)
    if (reply === null) settle?.reject(new Error('no reply'))
    else settle?.resolve(reply)
  }
  return {
    call: (kind, channel, payload) =>
      new Promise((resolve, reject) => {
        const call = (number += 1)
        waiting.set(call, { resolve, reject })
        window.electronDouble?.(JSON.stringify({ call, kind, channel, payload } satisfies Message))
      }),
    listen: (deliver) => {
      window.electronDoubleDeliver = deliver
    },
  }
}

/** Runs in the preload's world: its end of the bridge. Answers what `contextBridge.exposeInMainWorld` does. */
export function openPreloadWorld(
  names: WorldEvents,
  transport: Transport,
): (key: string, api: unknown) => void {
  const functions: ((...args: unknown[]) => unknown)[] = []
  const tell = (detail: Down) => window.dispatchEvent(new CustomEvent(names.down, { detail }))
  const tellFailure = (kind: 'returned' | 'settled', call: number, error: unknown) =>
    tell({
      kind,
      call,
      given: { form: 'error', message: error instanceof Error ? error.message : String(error) },
    })

  const giveWhole = (value: unknown): Given => {
    if (typeof value !== 'object' || value === null || value.constructor !== Object) return give(value)
    const parts = Object.entries(value).map(([name, part]) => [name, giveWhole(part)] as const)
    return { form: 'object', parts: Object.fromEntries(parts) }
  }
  const give = (value: unknown): Given => {
    if (typeof value !== 'function') return { form: 'value', value }
    return { form: 'function', id: functions.push((...args) => Reflect.apply(value, undefined, args)) - 1 }
  }
  const settleWhenDone = (call: number, promise: Promise<unknown>): Given => {
    promise.then(
      (value) => tell({ kind: 'settled', call, given: give(value) }),
      (error: unknown) => tellFailure('settled', call, error),
    )
    return { form: 'promise' }
  }
  const relay = (id: number) => (value: unknown) => void tell({ kind: 'listener', id, value })

  const answer = (up: Up): Given => {
    if (up.kind === 'media') {
      const kinds = [...(up.audio ? ['audio'] : []), ...(up.video ? ['video'] : [])]
      const asked = transport.call('media', '', JSON.stringify(kinds)).then((reply) => reply === 'true')
      return settleWhenDone(up.call, asked)
    }
    const args = Array.from({ length: up.count }, (_, at) => {
      const own = up.functions[at]
      return own === undefined ? up.values[at] : relay(own)
    })
    const result = functions[up.id]?.(...args)
    return result instanceof Promise ? settleWhenDone(up.call, result) : give(result)
  }

  window.addEventListener(names.up, (event) => {
    const up = event instanceof CustomEvent ? (event.detail as Up | null) : null
    if (up === null) return // it held what cannot be copied; the page's end finds no answer
    try {
      tell({ kind: 'returned', call: up.call, given: answer(up) })
    } catch (error) {
      tellFailure('returned', up.call, error)
    }
  })
  return (key, api) => void tell({ kind: 'expose', key, api: giveWhole(api) })
}
