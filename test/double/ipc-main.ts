import { EventEmitter } from 'node:events'
import { makeCodec } from './codec.ts'
import type { Contents } from './parts.ts'

type InvokeHandler = (event: object, ...args: unknown[]) => unknown

const { encode, decodeList } = makeCodec()

/** Electron gives a frame of a standard scheme an origin; the URL class of Node calls it opaque. */
export function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url)
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin
}

function senderEvent(contents: Contents, frame: { url: string; isMainFrame: boolean }) {
  const child = {
    url: frame.url,
    origin: originOf(frame.url),
    parent: contents.mainFrame,
    top: contents.mainFrame,
  }
  return {
    sender: contents,
    senderFrame: frame.isMainFrame ? contents.mainFrame : child,
    processId: 1,
    frameId: frame.isMainFrame ? 1 : 2,
    returnValue: undefined,
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  }
}

class DoubleIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** One message of a page, and the reply it waits for; what a handler throws reaches the page as text, as in Electron. */
  async receive(
    contents: Contents,
    kind: string,
    channel: string,
    payload: string,
    frame: { url: string; isMainFrame: boolean },
  ): Promise<string> {
    const event = senderEvent(contents, frame)
    const args = decodeList(payload)
    if (kind === 'send') {
      this.emit(channel, event, ...args)
      return encode(null)
    }
    try {
      const handler = this.#handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      return encode([true, await handler(event, ...args)])
    } catch (error) {
      return encode([false, String(error)])
    }
  }
}

export const ipcMain = new DoubleIpcMain()
