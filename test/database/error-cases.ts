import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cases } from '../contract/cases.ts'
import { redeemCases } from '../workstations/error-cases.ts'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'

/** No program listens on port 9 of this machine. */
export const UNREACHABLE = {
  url: 'postgresql://teller:secret@127.0.0.1:9/coreX-DB',
  certificateAuthority: null,
}

/** A second workplace, because a refused change leaves one without a database; its data folder holds another program's file. */
async function spareWorkplace({ branch }: TestWorkplace): Promise<TestWorkplace> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-spare-'))
  await chmod(folder, 0o711) // or root's server would get another folder
  const dataFolder = join(folder, 'database')
  await mkdir(join(dataFolder, 'cluster'), { recursive: true })
  await writeFile(join(dataFolder, 'cluster/somebody-elses.txt'), 'not a database')
  const spare = createWorkplace(branch)
  const options = { ...spare.state.options, dataFolder, settingsFolder: folder }
  Object.assign(spare.state, { options })
  return spare
}

export const databaseCases = {
  'database.testConnection': {
    CONNECTION_REFUSED: async (workplace) =>
      (await spareWorkplace(workplace)).ask('database.testConnection', UNREACHABLE),
  },
  'database.useServer': {
    CONNECTION_REFUSED: async (workplace) =>
      (await spareWorkplace(workplace)).ask('database.useServer', UNREACHABLE),
  },
  'database.redeemCode': redeemCases,
  'database.useEmbedded': {
    CONNECTION_REFUSED: async (workplace) =>
      (await spareWorkplace(workplace)).ask('database.useEmbedded', {}),
  },
  'database.retry': {
    CONNECTION_REFUSED: async (workplace) => (await spareWorkplace(workplace)).ask('database.retry', {}),
  },
} satisfies Partial<Cases>
