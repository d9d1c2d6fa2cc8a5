import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { _electron } from 'playwright-core'
import type { Finding } from './package-contents.ts'

const CLAIM = 'the packaged bundle starts and shows its first screen'

function environment(resources: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return { ...Object.fromEntries(inherited), DOUBLE_PACKAGED: '1', DOUBLE_RESOURCES: resources }
}

/** Starts an extracted package far from this repository, so that nothing of it can be found by accident. */
async function showsFirstScreen(folder: string, resources: string, root: string): Promise<string[]> {
  const app = join(folder, 'app')
  extractAll(join(resources, 'app.asar'), app)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/double/bin')
  const args = [app, `--user-data-dir=${join(folder, 'data')}`]
  const started = await _electron.launch({ cwd: folder, args, env: environment(resources) })
  try {
    const page = await started.firstWindow()
    await page.waitForURL((url) => url.protocol !== 'about:')
    const heading = await page.getByRole('heading').first().textContent()
    return heading === null || heading === '' ? ['the first screen is empty'] : []
  } finally {
    await started.close()
  }
}

/** Runs the code of the package, under the double, because the unfused binary that this needs is not the one shipped. */
export async function examineStart(resources: string, root: string): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'corex-package-'))
  chmodSync(folder, 0o711)
  try {
    return { claim: CLAIM, against: await showsFirstScreen(folder, resources, root) }
  } catch (error) {
    return { claim: CLAIM, against: [String(error)] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
