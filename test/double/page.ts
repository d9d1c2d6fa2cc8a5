import type { Codec } from './codec.ts'

/** How a page reaches the main process; each host brings its own. */
export type Transport = {
  call: (kind: 'invoke' | 'send' | 'media', channel: string, payload: string) => Promise<string>
  listen: (deliver: (channel: string, payload: string) => void) => void
}

/** What `contextBridge.exposeInMainWorld` does. */
export type Expose = (key: string, api: unknown) => void

type Listener = (event: unknown, ...args: unknown[]) => void
type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void

/**
 * Runs before any script of the page, as source text: offers the preload script what a sandboxed preload may require, then runs it. Only in
 * the main frame, as Electron does by default.
 */
export function installPreload(
  facts: { platform: string; versions: Record<string, string> },
  transport: Transport,
  exposeInMainWorld: Expose,
  { encode, decode, decodeList }: Codec,
  preload: Preload,
): void {
  const listeners = new Map<string, Listener[]>()
  const wrapped = new WeakMap<Listener, Listener>()

  const on = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const off = (channel: string, listener: Listener) => {
    const kept = (listeners.get(channel) ?? []).filter((l) => l !== listener && wrapped.get(l) !== listener)
    listeners.set(channel, kept)
    return ipcRenderer
  }
  const once = (channel: string, listener: Listener) => {
    const wrapper: Listener = (...args) => {
      off(channel, wrapper)
      listener(...args)
    }
    wrapped.set(wrapper, listener)
    return on(channel, wrapper)
  }
  const invoke = async (channel: string, ...args: unknown[]) => {
    const reply = decode(await transport.call('invoke', channel, encode(args)))
    if (Array.isArray(reply) && reply[0] === true) return reply[1]
    const failure = Array.isArray(reply) ? String(reply[1]) : 'no reply'
    throw new Error(`Error invoking remote method '${channel}': ${failure}`)
  }
  const send = (channel: string, ...args: unknown[]) => {
    void transport.call('send', channel, encode(args))
  }
  const removeAllListeners = (channel: string) => {
    listeners.delete(channel)
    return ipcRenderer
  }
  const ipcRenderer: object = {
    invoke,
    send,
    on,
    addListener: on,
    off,
    removeListener: off,
    once,
    removeAllListeners,
  }

  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld },
    webUtils: { getPathForFile: () => '' },
  }
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }

  transport.listen((channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) {
      listener({ sender: ipcRenderer, ports: [] }, ...decodeList(payload))
    }
  })
  const module = { exports: {} }
  preload(require, module, module.exports, { type: 'renderer', sandboxed: true, env: {}, ...facts })
}
