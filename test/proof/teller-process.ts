import { openMainProcess } from './main-process.ts'
import { dieAt } from './die-at.ts'

/**
 * A workstation's main process as a process of its own, which the proofs kill. It takes calls from its parent as a window would make them.
 * Arguments: the settings folder, the URL of the server, the load of the page; PROOF_DIE_AT names the step at which it kills itself.
 */

type Asked = { readonly id: number; readonly name: never; readonly input: never }

const [settingsFolder = '', url = '', page = ''] = process.argv.slice(2)
const dieHere = dieAt(process.env['PROOF_DIE_AT'] ?? '')
process.on('disconnect', () => process.exit())

const main = await openMainProcess(settingsFolder, url, page)
process.on('message', (asked: Asked | 'jump') => {
  if (asked !== 'jump') void answer(asked.id, asked.name, asked.input)
})

async function answer(id: number, name: never, input: never): Promise<void> {
  const given = await main.ask(name, input)
  if ('key' in Object(input)) dieHere('answered')
  process.send?.({ id, answer: given })
}

process.send?.({ ready: true, fault: main.state.fault?.code ?? null })
