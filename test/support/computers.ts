import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disconnect } from '../../electron/services/database/connect.ts'
import type { TestBranch } from './branch.ts'
import { createWorkplace } from './workplace.ts'
import { typedAddress } from './workstations.ts'

/** A computer with a fresh folder, which was never connected to anything. Closing it ends its connections and removes its folder. */
export async function freshComputer(branch: TestBranch, name: string) {
  const settingsFolder = await mkdtemp(join(tmpdir(), 'corex-computer-'))
  const { state, ask, call, logged } = createWorkplace(branch)
  await state.anonymousDb?.destroy()
  const options = { ...state.options, settingsFolder, workstationName: name }
  Object.assign(state, { options, database: null, anonymousDb: null, connected: false })
  const file = join(settingsFolder, 'connection.json')
  const address = typedAddress(branch.database.workstation(1))
  return {
    state,
    ask,
    call,
    logged,
    file,
    settings: async () => JSON.parse(await readFile(file, 'utf8')),
    enrol: (code: string, server = address) =>
      ask('database.redeemCode', { server, certificateAuthority: null, code }),
    close: async () => {
      await disconnect(state)
      await rm(settingsFolder, { recursive: true, force: true })
    },
  }
}
