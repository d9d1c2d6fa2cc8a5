import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { Backups } from './backup/backups.ts'
import { beginEmbedded } from './db/begin-embedded.ts'
import type { OpenOptions } from './db/database.ts'
import { readMachinePolicy, rememberedPolicy } from './db/machine-policy.ts'
import { readPolicyText } from './db/policy-text.ts'
import { nameOfWorkstation } from './db/workstation-name.ts'
import { dataFolderIn, defaultFolders } from './db/default-folders.ts'
import { CallTimes } from './call-times.ts'
import { openChannel, sendEvent } from './ipc/channel.ts'
import type { Workplace } from './workplace.ts'
import { openLog } from './log.ts'
import { versionOnDisk, watchInstalled } from './installed-version.ts'
import { fontFolders } from './print/fonts/font-files.ts'
import { openLetters } from './print/fonts/open-letters.ts'
import { drawBy } from './printers/draw-by.ts'
import { openPrinters } from './printers/open-printers.ts'
import { PRINT_LIMITS } from './printers/printer.ts'
import { linesToNetworks } from './scanners/mdns/look-around.ts'
import { openScanners } from './scanners/open-scanners.ts'
import { SCAN_LIMITS } from './scanners/scanner.ts'
import { secretBox } from './secret-box.ts'
import { startSteps } from './start-steps.ts'
import { startStudio } from './start-studio.ts'
import { openStudio } from './studio/open-studio.ts'
import { mayUseCamera } from './services/documents/camera.ts'
import { connect, disconnect } from './services/database/connect.ts'
import { warningsOfComputer } from './services/database/warnings-of-computer.ts'
import { protectContent } from './services/workstations/content-protection.ts'
import { lockWorkplace } from './services/sessions/lock.ts'
import { idleSeconds } from './services/sessions/session-view.ts'
import { makeMenu, removeDefaultMenu } from './window/application-menu.ts'
import { handleAppProtocol, registerAppScheme } from './window/app-protocol.ts'
import { refusedSwitches, refuseToStart } from './window/command-line.ts'
import { createWindow } from './window/create-window.ts'
import { limitDownloads } from './window/downloads.ts'
import { denyPermissions, hardenAllContents } from './window/harden.ts'
import { recoverRenderer } from './window/renderer-crash.ts'
import { systemPrinters } from './window/system-printers.ts'
import { askBeforeReload } from './window/unload.ts'
import { lockWhenLeft } from './window/when-left.ts'
import { zoomByKeys } from './window/zoom-keys.ts'

/** The composition root: makes the workplace and the window and connects them. All state of the main process starts here. */

const steps = startSteps()
steps.done('program loaded')

const built = join(import.meta.dirname, '..')
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
/** Another file than the computer's only while the application is developed. */
const policyFile = app.isPackaged ? undefined : process.env['COREX_POLICY_FILE']
let window: BrowserWindow | null = null
let restarting = false

// Elsewhere it is Electron's own place.
if (process.platform === 'win32' && !app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', defaultFolders().settingsFolder)

const log = openLog(join(app.getPath('userData'), 'logs'))

/** What says which database is opened. */
const place = {
  settingsFolder: app.getPath('userData'),
  dataFolder: dataFolderIn(app.getPath('userData')),
  env: process.env,
  policy: rememberedPolicy(() => readMachinePolicy(() => readPolicyText(policyFile))),
  log,
  step: steps.done,
}

/** The backups of the embedded server; `wake` asks for a full one that is wanted before its time. */
function makeBackups(wake: () => void): Backups {
  const { settingsFolder, dataFolder } = place
  return new Backups({
    settingsFolder,
    dataFolder,
    secretBox,
    log,
    onChange: (work) => sendEvent(window, 'backups.changed', { work }),
    onFullWanted: wake,
  })
}

function makeWorkplace(
  backups: Backups,
  { begun, workstationName }: Required<Pick<OpenOptions, 'begun' | 'workstationName'>>,
): Workplace {
  const { settingsFolder } = place
  const studio = openStudio(startStudio)
  const letters = openLetters(fontFolders(process.platform, process.env))
  return {
    options: {
      ...place,
      begun,
      attend: backups.attend,
      migrationsFolder: join(app.getAppPath(), 'migrations'),
      secretBox,
      workstationName,
      isPackaged: app.isPackaged,
      protectWindow: (isOn) => window?.setContentProtection(isOn),
    },
    studio,
    letters,
    printers: openPrinters(
      settingsFolder,
      PRINT_LIMITS,
      drawBy(studio, letters),
      process.env,
      systemPrinters(() => window, log),
    ),
    scanners: openScanners(settingsFolder, SCAN_LIMITS, process.env, linesToNetworks),
    backups,
    callTimes: new CallTimes(),
    emit: (event, payload) => sendEvent(window, event, payload),
    restart,
    isOtherInstalled: watchInstalled(async () =>
      app.isPackaged ? versionOnDisk(process.resourcesPath) : null,
    ),
    database: null,
    fault: null,
    connected: false,
    upgrade: null,
    databaseChange: Promise.resolve(),
    anonymousDb: null,
    scheduler: null,
    session: null,
    locked: false,
    unlocking: false,
    cameraFor: null,
    endedBecause: null,
    waitedFor: new Map(),
  }
}

/** Asked for by the window; whether it ends, its page still decides. */
function restart(): void {
  restarting = true
  setTimeout(() => (restarting = false), 10_000).unref() // somebody stays, and quits another day
  app.quit()
}

function openWindow(): void {
  window = createWindow({ preload: join(built, 'preload/preload.cjs'), devServer })
  askBeforeReload(window)
  zoomByKeys(window)
  recoverRenderer(window, () => app.quit(), log)
  window.on('closed', () => {
    window = null
    app.quit() // one that prints unseen keeps nothing going
  })
}

async function start(begun: NonNullable<OpenOptions['begun']>): Promise<void> {
  steps.done('system ready')
  const workplace = makeWorkplace(
    makeBackups(() => workplace.scheduler?.wake()),
    { begun, workstationName: await nameOfWorkstation(place.policy) },
  )
  endCleanly(workplace)
  handleAppProtocol(join(built, 'renderer'))
  denyPermissions(session.defaultSession, () => mayUseCamera(workplace))
  limitDownloads(session.defaultSession, log, devServer)
  openChannel(workplace, () => window, devServer)
  makeMenu(process.platform)
  openWindow()
  steps.done('window made')
  // Both before anything of a customer is shown.
  lockWhenLeft(await idleSeconds(workplace), () => void lockWorkplace(workplace))
  await protectContent(workplace)
  for (const warning of warningsOfComputer(workplace.options)) log(`About this computer: ${warning}`)
  await connect(workplace) // meanwhile the window shows that it waits, and afterwards what failed
  steps.done('database open')
  log(steps.line())
}

/** Quitting waits until the session is ended and the embedded server has stopped; a second request changes nothing. */
function endCleanly(workplace: Workplace): void {
  let ended = false
  let ending = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    if (restarting) app.relaunch()
    disconnect(workplace)
      .catch((error: unknown) => log(`Ending failed: ${String(error)}`))
      .finally(() => {
        workplace.studio.close()
        ended = true
        app.quit()
      })
  })
}

registerAppScheme()
removeDefaultMenu()
const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : []
if (refused.length > 0) {
  refuseToStart(refused, log)
} else if (app.requestSingleInstanceLock()) {
  hardenAllContents(devServer)
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  const begun = beginEmbedded(place)
  app
    .whenReady()
    .then(() => start(begun))
    .catch((error: unknown) => {
      log(`The application did not start: ${error instanceof Error ? error.stack : String(error)}`)
      app.exit(1)
    })
} else {
  app.quit()
}
