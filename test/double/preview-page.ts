import type { Expose, Transport } from './page.ts'

/** Runs in a browser tab: messages go out by POST and come in as server-sent events. */
export function tabTransport(): Transport {
  return {
    call: async (kind, channel, payload) => {
      const reply = await fetch(`/__ipc/${kind}/${encodeURIComponent(channel)}`, {
        method: 'POST',
        body: payload,
      })
      if (!reply.ok) throw new Error(`the preview answered ${reply.status}: open a new link`)
      return reply.text()
    },
    listen: (deliver) => {
      const events = new EventSource('/__events')
      events.addEventListener('message', (event) => {
        const [channel, payload]: [string, string] = JSON.parse(String(event.data))
        deliver(channel, payload)
      })
      events.addEventListener('reload', () => location.reload())
    },
  }
}

/**
 * Runs in a browser tab, where page and preload share one world. The bridge copies and freezes values and proxies functions, so that a page
 * cannot reach behind what it was given.
 */
export function exposeHere(): Expose {
  const copied = [Date, Map, Set, Error, ArrayBuffer, Promise]
  const acrossBridge = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map((a) => (typeof a === 'function' ? a : acrossBridge(a))))
        return result instanceof Promise ? result.then(acrossBridge) : acrossBridge(result)
      }
    }
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
    if (copied.some((type) => value instanceof type)) return value
    if (Array.isArray(value)) return Object.freeze(value.map(acrossBridge))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([k, v]) => [k, acrossBridge(v)])))
  }
  return (key, api) => void Object.defineProperty(window, key, { value: acrossBridge(api), enumerable: true })
}
