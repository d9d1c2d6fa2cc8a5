import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll, uncache } from '@electron/asar'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { NormalUser } from './normal-user.ts'

/** An application that is installed, and what it is started with. */
export type Installed = {
  /** The folder with `app.asar` and what lies beside it. */
  readonly resources: string
  /** The user's own folder, with the application's data inside. */
  readonly home: string
  readonly user: NormalUser
  readonly root: string
}

/** A database is made at the first start, on whatever machine builds the package. */
const WAIT_MS = 120_000

export const dataOf = ({ home }: Installed): string => join(home, 'data')

/**
 * Plain Node reads no archives. For as long as the double runs the package, a folder with the archive's files has the archive's name,
 * so that every path is that of the installed application. Returns what puts the archive back.
 */
export function openArchive(resources: string): () => void {
  const archive = join(resources, 'app.asar')
  const packed = `${archive}.packed`
  const draft = `${archive}.draft`
  uncache(archive) // before an upgrade another one lay here, whose list of files is remembered
  extractAll(archive, draft)
  renameSync(archive, packed)
  renameSync(draft, archive)
  return () => {
    rmSync(archive, { recursive: true })
    renameSync(packed, archive)
  }
}

/**
 * Playwright asks the `electron` package for the executable, once: this one becomes the user first, then the double of a repository. An
 * older version has that of its own time, so that what is asked here is written anew for each start.
 */
function chooseExecutable(root: string): void {
  const folder = join(import.meta.dirname, '../../.cache/package/double')
  mkdirSync(folder, { recursive: true })
  const double = join(root, 'test/double/launch.ts')
  writeFileSync(
    join(folder, 'electron'),
    `#!/bin/sh\nexec $PACKAGE_AS '${process.execPath}' '${double}' "$@"\n`,
  )
  chmodSync(join(folder, 'electron'), 0o755)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder
}

/** The code of the package runs under the double: Playwright needs an executable whose fuses are open, which is not the one shipped. */
async function launch(installed: Installed): Promise<ElectronApplication> {
  chooseExecutable(installed.root)
  return _electron.launch({
    cwd: installed.home,
    args: [join(installed.resources, 'app.asar'), `--user-data-dir=${dataOf(installed)}`],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: installed.home,
      TMPDIR: installed.home,
      PACKAGE_AS: installed.user.prefix.join(' '),
      DOUBLE_PACKAGED: '1',
      DOUBLE_RESOURCES: installed.resources,
      ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] }),
    },
  })
}

/** Starts it, does `work` in its window, and ends it as a person does. */
export async function inWindow<T>(
  installed: Installed,
  work: (page: Page, app: ElectronApplication) => Promise<T>,
): Promise<T> {
  const app = await launch(installed)
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(WAIT_MS)
    await page.waitForURL((url) => url.protocol !== 'about:')
    return await work(page, app)
  } finally {
    await app.close()
  }
}
