import type { Transport } from './page.ts'

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
