import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkplace, type TestWorkplace } from '../support/workplace.ts'
import type { Bench } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

/** Nobody listens on port 9 of this machine. */
const NOWHERE = { url: 'postgresql://teller:secret@127.0.0.1:9/coreX-DB', certificateAuthority: null }

/** A desk of its own, because a refused change leaves a workstation without a database; its data folder holds a stranger's file. */
async function spareDesk({ database }: Bench): Promise<TestWorkplace> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-spare-'))
  await chmod(folder, 0o711) // or root's server would be given another place
  const dataFolder = join(folder, 'database')
  await mkdir(join(dataFolder, 'cluster'), { recursive: true })
  await writeFile(join(dataFolder, 'cluster/somebody-elses.txt'), 'not a database')
  const desk = createWorkplace(database)
  const options = { ...desk.workplace.options, dataFolder, settingsFolder: folder }
  Object.assign(desk.workplace, { options })
  return desk
}

export const databaseCases = {
  'database.testConnection': {
    CONNECTION_REFUSED: async (bench) => (await spareDesk(bench)).ask('database.testConnection', NOWHERE),
  },
  'database.useServer': {
    CONNECTION_REFUSED: async (bench) => (await spareDesk(bench)).ask('database.useServer', NOWHERE),
  },
  'database.useEmbedded': {
    CONNECTION_REFUSED: async (bench) => (await spareDesk(bench)).ask('database.useEmbedded', {}),
  },
  'database.retry': {
    CONNECTION_REFUSED: async (bench) => (await spareDesk(bench)).ask('database.retry', {}),
  },
} satisfies Partial<Cases>
