import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRoot, onLinux, start, started } from './fixtures/embedded.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

// pg_internal.init is a cache that the server itself throws away at each start.
const listing = (path: string) =>
  readdirSync(path, { recursive: true })
    .map(String)
    .filter((file) => !file.endsWith('pg_internal.init'))

describe('a folder that cannot be used', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let sound: string

  beforeAll(async () => {
    folder = await temporaryFolder()
    sound = join(folder.path, 'sound')
    await (await started(sound)).stop()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  const cases: ReadonlyArray<{ name: string; spoil: (data: string) => Promise<void>; code: string }> = [
    {
      name: 'no PG_VERSION',
      spoil: (data) => rm(join(data, 'cluster/PG_VERSION')),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'garbage in PG_VERSION',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), 'qwerty'),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'no control file',
      spoil: (data) => rm(join(data, 'cluster/global/pg_control')),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'garbage in the control file',
      spoil: (data) => writeFile(join(data, 'cluster/global/pg_control'), Buffer.alloc(8192, 7)),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'no write-ahead log',
      spoil: async (data) => {
        await rm(join(data, 'cluster/pg_wal'), { recursive: true })
        await mkdir(join(data, 'cluster/pg_wal'))
        await chmod(join(data, 'cluster/pg_wal'), 0o777)
      },
      code: 'EMBEDDED_DAMAGED',
    },
    { name: 'no password', spoil: (data) => rm(join(data, 'superuser.secret')), code: 'EMBEDDED_DAMAGED' },
    {
      name: 'another password',
      spoil: (data) => writeFile(join(data, 'superuser.secret'), 'guess'),
      code: 'EMBEDDED_DAMAGED',
    },
    {
      name: 'a newer major version',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), '19\n'),
      code: 'EMBEDDED_NEWER',
    },
    {
      name: 'an older major version',
      spoil: (data) => writeFile(join(data, 'cluster/PG_VERSION'), '17\n'),
      code: 'EMBEDDED_OLDER',
    },
    {
      name: 'not a cluster at all',
      spoil: async (data) => {
        await rm(data, { recursive: true })
        await mkdir(data)
        await writeFile(join(data, 'holiday.jpg'), 'x')
      },
      code: 'EMBEDDED_DAMAGED',
    },
  ]

  it.each(cases)('$name: $code, and nothing is initialised or deleted', async ({ name, spoil, code }) => {
    const data = join(folder.path, name.replaceAll(' ', '-'))
    // Only cp -a keeps the owner that root's server needs.
    if (isRoot) execFileSync('cp', ['-a', sound, data])
    else await cp(sound, data, { recursive: true })
    await spoil(data)
    const before = listing(data)
    expect(await start(data)).toMatchObject({ ok: false, error: { code } })
    const after = new Set(listing(data))
    expect(before.filter((file) => !after.has(file))).toEqual([])
    expect(existsSync(join(data, 'holiday.jpg')) || existsSync(join(data, 'cluster'))).toBe(true)
  })

  it.runIf(isRoot && onLinux)('a full disk: DISK_FULL', async (context) => {
    const small = join(folder.path, 'small')
    await mkdir(small)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0755', 'tmpfs', small], { stdio: 'ignore' })
    } catch {
      context.skip('this machine does not let us mount a small disk')
    }
    try {
      expect(await start(join(small, 'data'))).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } })
      expect(readdirSync(small)).toEqual([])
    } finally {
      execFileSync('umount', [small])
    }
  })
})
