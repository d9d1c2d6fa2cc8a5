import { Backups } from '../../electron/backup/backups.ts'
import type { CallInput, CallName, CallOutput, Envelope } from '../../shared/contract.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import type { Workplace } from '../../electron/workplace.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { NO_BACKUPS } from '../support/workplace.ts'
import { fontFolders } from '../../electron/print/fonts/font-files.ts'
import { openLetters } from '../../electron/print/fonts/open-letters.ts'
import { drawBy } from '../../electron/printers/draw-by.ts'
import { openPrinters } from '../../electron/printers/open-printers.ts'
import { PRINT_LIMITS } from '../../electron/printers/printer.ts'
import { openScanners } from '../../electron/scanners/open-scanners.ts'
import { CallTimes } from '../../electron/call-times.ts'
import { SCAN_LIMITS } from '../../electron/scanners/scanner.ts'
import { testStudio } from '../support/studio.ts'

/** The main process of a workstation as the composition root makes it, on real files and a real connection, without a window. */
export type MainProcess = AsyncDisposable & {
  readonly state: Workplace
  readonly logged: string[]
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Envelope<N>>
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
}

/** `page` is the load of the page for which it asks. */
export async function openMainProcess(
  settingsFolder: string,
  url: string,
  page: string,
): Promise<MainProcess> {
  const logged: string[] = []
  const studio = testStudio()
  const letters = openLetters(fontFolders(process.platform, process.env))
  const state: Workplace = {
    options: {
      settingsFolder,
      dataFolder: `${settingsFolder}/database`,
      migrationsFolder: MIGRATIONS,
      secretBox: { encrypt: (text) => text, decrypt: (text) => text },
      workstationName: 'NORD-03',
      env: { COREX_DATABASE_URL: url },
      log: (line) => logged.push(line),
    },
    studio,
    letters,
    printers: openPrinters(settingsFolder, PRINT_LIMITS, drawBy(studio, letters), process.env, null),
    scanners: openScanners(settingsFolder, SCAN_LIMITS, process.env, () => []),
    backups: new Backups({ ...NO_BACKUPS, settingsFolder }),
    callTimes: new CallTimes(),
    emit: () => {},
    restart: () => {},
    isOtherInstalled: async () => false,
    database: null,
    fault: null,
    connected: false,
    upgrade: null,
    databaseChange: Promise.resolve(),
    scheduler: null,
    anonymousDb: null,
    session: null,
    locked: false,
    unlocking: false,
    cameraFor: null,
    endedBecause: null,
    waitedFor: new Map(),
  }
  await connect(state)
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => dispatch(state, name, input, page)
  const call = async <N extends CallName>(name: N, input: CallInput<N>) => {
    const answer = await ask(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)} ${logged.join('\n')}`)
    return answer.value
  }
  const close = async () => {
    await disconnect(state)
    state.studio.close()
  }
  return { state, logged, ask, call, [Symbol.asyncDispose]: close }
}
