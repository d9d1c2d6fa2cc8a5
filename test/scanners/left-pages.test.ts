import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inMemory, removeLeftPages } from '../../electron/scanners/sane/memory-folder.ts'

test('pages of an application that was killed in mid-scan are removed at the next start, those of one that runs are not', async () => {
  const place = mkdtempSync(join(tmpdir(), 'corex-left-'))
  try {
    const ended = spawnSync(process.execPath, ['--version']).pid
    const names = [`corex-scan-${ended}-abc`, `corex-scan-${process.pid}-abc`, 'somebody-else']
    for (const name of names) {
      mkdirSync(join(place, name))
      writeFileSync(join(place, name, 'page-1.jpg'), 'a page')
    }
    await removeLeftPages(place)
    expect(readdirSync(place)).toEqual([`corex-scan-${process.pid}-abc`, 'somebody-else'])
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

const ownFolders = () =>
  readdirSync('/dev/shm').filter((name) => name.startsWith(`corex-scan-${process.pid}-`))

test.runIf(process.platform === 'linux')(
  'a folder says whose it is, and is gone after the work, also when it failed',
  async () => {
    const failed = inMemory(async (folder) => {
      writeFileSync(join(folder, 'page-1.jpg'), 'a page')
      expect(ownFolders()).toHaveLength(1)
      throw new Error('The scanner is gone.')
    })
    await expect(failed).rejects.toThrow('gone')
    expect(ownFolders()).toEqual([])
  },
)
