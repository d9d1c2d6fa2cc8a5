import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { examineEnd, examineFirstStart, examineLaterStart } from './live.ts'
import { normalUser, ownFolder } from './normal-user.ts'
import { examineReader } from './reader.ts'
import type { Target } from './target.ts'
import { type Installed, openArchive } from './under-double.ts'

/** Runs a copy of the package far from this repository, in a path with a space, so that nothing of it is found by accident. */
export async function examineStart(folder: string, target: Target, root: string): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'corex package '))
  chmodSync(place, 0o755)
  try {
    const resources = join(place, 'CoreX Teller', 'resources')
    cpSync(join(folder, target.resources), resources, { recursive: true, verbatimSymlinks: true })
    openArchive(resources)
    const user = normalUser()
    const installed: Installed = { resources, home: ownFolder(join(place, 'home'), user), user, root }
    return [
      await examineReader(resources),
      ...(await examineFirstStart(installed, target)),
      ...(await examineLaterStart(installed, 'a second start finds the branch')),
      examineEnd(installed, target),
    ]
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
