import { chmod, chown, mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whyNotPrivate } from '../../electron/db/private-folder.ts'
import { isRoot, onLinux } from './fixtures/embedded.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

/** A folder of ours in a parent that the test then spoils. */
async function nested(path: string) {
  const parent = join(await realpath(path), 'parent')
  const folder = join(parent, 'socket')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(parent, 0o755)
  return { parent, folder }
}

it.runIf(onLinux)(
  'a folder that only this user can enter, below folders that only this user can change, is private',
  async () => {
    await using temporary = await temporaryFolder()
    const { folder } = await nested(temporary.path)
    expect(whyNotPrivate(folder)).toBeNull()
  },
)

it.runIf(onLinux)('one that others can enter, or that leads through a link, is not', async () => {
  await using temporary = await temporaryFolder()
  const { parent, folder } = await nested(temporary.path)
  const link = join(parent, 'link')
  await symlink(folder, link)
  expect(whyNotPrivate(link)).toMatch(/leads through a link/)
  for (const mode of [0o710, 0o701, 0o777]) {
    await chmod(folder, mode)
    expect(whyNotPrivate(folder)).toMatch(/is open to others/)
  }
  expect(whyNotPrivate(join(parent, 'nothing'))).toMatch(/cannot be looked at/)
})

it.runIf(onLinux)('one below a folder in which others can put another in its place is not', async () => {
  await using temporary = await temporaryFolder()
  const { parent, folder } = await nested(temporary.path)
  for (const mode of [0o777, 0o775, 0o757]) {
    await chmod(parent, mode)
    expect(whyNotPrivate(folder)).toMatch(/can be changed by somebody else/)
  }
  // As /tmp: there nobody renames what belongs to somebody else.
  await chmod(parent, 0o1777)
  expect(whyNotPrivate(folder)).toBeNull()
})

it.runIf(isRoot && onLinux)('one below a folder of somebody else is not', async () => {
  await using temporary = await temporaryFolder()
  const { parent, folder } = await nested(temporary.path)
  await chown(parent, 65534, 65534)
  expect(whyNotPrivate(folder)).toMatch(/can be changed by somebody else/)
})
