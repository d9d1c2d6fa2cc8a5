import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * The built main process of a release as a process of its own, without a window: its own bundle, its own contract, its own connections. It
 * takes calls from its parent as its page would make them. PROOF_APPLICATION is the folder of the release, PROOF_SETTINGS that of the
 * workstation.
 */

type Asked = { readonly id: number; readonly name: string; readonly input: unknown }

const stub = new URL('electron-stub.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: stub, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
process.on('disconnect', () => process.exit())
await import(pathToFileURL(`${process.env['PROOF_APPLICATION']}/out/main/main.js`).href)
const { callAsPage } = await import('./electron-stub.ts')

const load = crypto.randomUUID()
process.on('message', ({ id, name, input }: Asked) => {
  void callAsPage(name, input, load).then((answer) => process.send?.({ id, answer }))
})
process.send?.({ ready: true })
