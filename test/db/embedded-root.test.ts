import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRoot, onLinux, started } from './fixtures/embedded.ts'
import { runFixture } from './fixtures/programs.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

describe.runIf(isRoot && onLinux)('root and the normal user', () => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }))
  const home = { env: { ...process.env, HOME: '/' }, uid: nobody, gid: nobody }

  it('root gives the server a system user and keeps the password to itself', async () => {
    await using folder = await temporaryFolder()
    const server = await started(join(folder.path, 'data'))
    expect(statSync(join(folder.path, 'data', 'cluster')).uid).not.toBe(0)
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0/m)
    expect(statSync(join(folder.path, 'data', 'superuser.secret')).uid).toBe(0)
    await server.stop()
  })

  it('root in a closed folder keeps the data elsewhere and says so', async () => {
    await using folder = await temporaryFolder()
    await chmod(folder.path, 0o700)
    const data = join(folder.path, 'data')
    const said: string[] = []
    const server = await started(data, { log: (line) => said.push(line) })
    const name = createHash('sha256').update(data).digest('hex').slice(0, 16)
    expect(server.folder).toBe(`/var/lib/corex-teller/${name}`)
    expect(said.join()).toContain(server.folder)
    await server.stop()
    await rm(server.folder, { recursive: true })
  })

  it('a normal user runs it as itself', async (context) => {
    await using folder = await temporaryFolder()
    if (!mayRun(nobody)) context.skip('the checkout is closed to other users')
    await chmod(folder.path, 0o777)
    const holder = await runFixture('hold-server.ts', [join(folder.path, 'data')], home)
    expect(holder.answer).toMatchObject({ ok: true })
    expect(statSync(join(folder.path, 'data', 'cluster')).uid).toBe(nobody)
    holder.child.kill('SIGTERM')
    await holder.gone
  })

  it('a normal user without permission gets NO_PERMISSION', async (context) => {
    await using folder = await temporaryFolder()
    if (!mayRun(nobody)) context.skip('the checkout is closed to other users')
    const holder = await runFixture('hold-server.ts', [join(folder.path, 'data')], home)
    expect(holder.answer).toMatchObject({ ok: false, error: { code: 'NO_PERMISSION' } })
    holder.child.kill('SIGKILL')
  })
})

function mayRun(uid: number): boolean {
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, 'fixtures/temporary-folder.ts')], {
      uid,
      cwd: '/',
    })
    return true
  } catch {
    return false
  }
}
