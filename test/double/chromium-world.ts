import type { CDPSession } from 'playwright-core'
import { worldScripts } from './preload-script.ts'
import type { Message } from './preload-world.ts'

const WORLD = 'preload'

/** What the main process answers to a message of the preload. */
type Answer = (kind: string, channel: string, payload: string, isMainFrame: boolean) => Promise<string>

/**
 * The preload of a window, in a JavaScript world of its own, as in Electron with context isolation: the page shares the document with it, and
 * no variable, no prototype and no binding.
 */
export class PreloadWorld {
  readonly #scripts: { readonly page: string; readonly preload: string }
  readonly #answer: Answer
  #devTools: CDPSession | undefined
  /** The preload's world of the document that is shown, and those of other frames, where no preload runs. */
  #main: number | undefined

  constructor(preloadPath: string | undefined, answer: Answer) {
    this.#scripts = worldScripts(preloadPath)
    this.#answer = answer
  }

  /** Once for each page that shows the window; `mainFrame` is Chromium's name of its main frame. */
  async attach(devTools: CDPSession, mainFrame: string): Promise<void> {
    this.#devTools = devTools
    this.#main = undefined
    devTools.on('Runtime.executionContextCreated', ({ context }) => {
      const frame: unknown = context.auxData?.['frameId']
      if (context.name === WORLD && frame === mainFrame) this.#main = context.id
    })
    devTools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === 'electronDouble') void this.#receive(payload, executionContextId)
    })
    await devTools.send('Runtime.enable')
    await devTools.send('Runtime.addBinding', { name: 'electronDouble', executionContextName: WORLD })
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#scripts.page })
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: this.#scripts.preload,
      worldName: WORLD,
    })
  }

  async #receive(payload: string, world: number): Promise<void> {
    const message: Message = JSON.parse(payload)
    const reply = await this.#answer(
      message.kind,
      message.channel,
      message.payload,
      world === this.#main,
    ).catch((error: unknown) => {
      console.error('double: a message was not answered:', error)
      return null
    })
    await this.#run(world, '(call, reply) => window.electronDoubleAnswer?.(call, reply)', [
      message.call,
      reply,
    ])
  }

  async deliver(channel: string, payload: string): Promise<void> {
    const run = '(channel, payload) => window.electronDoubleDeliver?.(channel, payload)'
    if (this.#main !== undefined) await this.#run(this.#main, run, [channel, payload])
  }

  /** A page that is on its way out no longer listens; Electron drops the message too. */
  async #run(world: number, functionDeclaration: string, values: readonly unknown[]): Promise<void> {
    const args = values.map((value) => ({ value }))
    await this.#devTools
      ?.send('Runtime.callFunctionOn', { functionDeclaration, arguments: args, executionContextId: world })
      .catch(() => undefined)
  }
}
