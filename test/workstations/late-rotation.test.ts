import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { freshComputer } from '../support/computers.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { agreedCode, dropEnrolled } from '../support/workstations.ts'

/** The server is asked for another password of the workstation's login, and does it later than this computer waits for it, or not at all. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const { superuser } = database
const who = { username: branch.staff.teller.username, password: PASSWORD }

afterAll(() => dropEnrolled(database))

async function enrolled(name: string) {
  const computer = await freshComputer(branch, name)
  expect(await computer.enrol((await agreedCode(workplace, name)).code)).toMatchObject({ ok: true })
  await disconnect(computer.state)
  return computer
}

/** As a rotation leaves the file whose answer did not come. */
async function pend({ state, file, settings }: Awaited<ReturnType<typeof freshComputer>>, password: string) {
  const { server, ...rest } = await settings()
  const address = `${server.host}:${server.port}/${server.database}`
  const pending = { address, password: state.options.secretBox.encrypt(password), code: null }
  await writeFile(file, JSON.stringify({ ...rest, server, pending }))
  return server.user as string
}

test('one that the server commits after the database was opened keeps nobody from signing in, nor from working on', async () => {
  const computer = await enrolled('PC-LATE')
  const login = await pend(computer, 'the one that the server takes late')
  await connect(computer.state)
  expect(await computer.ask('sessions.signIn', who)).toMatchObject({ ok: true })
  await superuser.query(`ALTER ROLE "${login}" PASSWORD 'the one that the server takes late'`)
  expect(await computer.ask('sessions.signIn', who)).toMatchObject({ ok: true })
  expect(await computer.ask('tills.list', {})).toMatchObject({ ok: true })
  expect(computer.state.fault).toBe(null)
  expect(JSON.parse(await readFile(computer.file, 'utf8')).pending).toBe(null)
  await computer.close()
})

test('one that has to wait is ended by the server before this computer stops waiting, and the old password stays', async () => {
  const computer = await enrolled('PC-HELD')
  const rotatedAt = async () =>
    only((await superuser.query(`SELECT rotated_at FROM workstations WHERE computer = 'PC-HELD'`)).rows)
      .rotated_at
  await superuser.query(
    `UPDATE workstations SET rotated_at = rotated_at - interval '31 days' WHERE computer = 'PC-HELD'`,
  )
  const before = await rotatedAt()
  const holder = await superuser.connect()
  await holder.query(`BEGIN; SELECT FROM workstations WHERE computer = 'PC-HELD' FOR UPDATE`)
  await connect(computer.state)
  const { rows } =
    await holder.query(`SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%rotate_password($1)%'
    AND pid <> pg_backend_pid()`)
  await holder.query('COMMIT')
  holder.release()
  expect(rows).toEqual([])
  expect(await computer.ask('sessions.signIn', who)).toMatchObject({ ok: true })
  expect(await rotatedAt()).toEqual(before)
  expect(computer.logged.join()).toContain('keeps its password for now')
  await computer.close()
})
