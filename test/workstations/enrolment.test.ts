import { writeFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { addressOf } from '../../electron/db/connection.ts'
import type { MachinePolicy } from '../../electron/db/machine-policy.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { ok } from '../../shared/result.ts'
import { UNREACHABLE } from '../database/error-cases.ts'
import { approveAs } from '../support/approvals.ts'
import { freshComputer } from '../support/computers.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { agreedCode, dropEnrolled, hashOfCode, newCode, proposedCode } from '../support/workstations.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const computers: { readonly close: () => Promise<void> }[] = []

afterAll(async () => {
  for (const { close } of computers) await close()
  await dropEnrolled(database)
})

async function started(name: string) {
  const made = await freshComputer(branch, name)
  computers.push(made)
  return made
}

const refusedAs = (code: string, details?: object) => ({
  ok: false,
  error: { code, ...(details === undefined ? {} : { details }) },
})
const listed = async (computer: string) =>
  (await workplace.as('admin').call('workstations.list', {})).workstations.filter(
    (row) => row.computer === computer,
  )
const audited = async (action: string) =>
  (
    await database.superuser.query<{ details: { computer?: string } }>(
      'SELECT details FROM audit_logs WHERE action = $1 ORDER BY id',
      [action],
    )
  ).rows.map(({ details }) => details)

test('a code that two people agreed enrols its computer once, and a teller signs in there', async () => {
  const { code, key } = await proposedCode(workplace, 'PC-1')
  const fresh = await started('pc-1')
  await agreedCode(workplace, 'PC-OPEN')
  expect(await fresh.enrol(code)).toMatchObject({ ok: false, error: { code: 'CODE_WRONG' } })
  await approveAs(workplace, 'supervisor', key)
  // Typed in small letters, without dashes, and with letters that look alike.
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(await fresh.enrol(typed)).toMatchObject({ ok: true, value: { kind: 'server', fault: null } })
  const { user } = (await fresh.settings()).server
  expect(user).toMatch(/^ws_pc_1_[0-9a-f]{8}$/)
  const signedIn = await fresh.ask('sessions.signIn', {
    username: branch.staff.teller2.username,
    password: PASSWORD,
  })
  expect(signedIn).toMatchObject({ ok: true })
  expect(await listed('PC-1')).toMatchObject([{ status: 'ACTIVE', login: user, connected: true, own: false }])
})

test('a used code is refused by the name of the computer that used it, and both are on record and in the list', async () => {
  const { code } = await agreedCode(workplace, 'PC-2')
  const thief = await started('PC-2')
  expect(await thief.enrol(code)).toMatchObject({ ok: true })
  const rightful = await started('PC-2')
  expect(await rightful.enrol(code)).toMatchObject(
    refusedAs('CODE_USED', { computer: 'PC-2', address: '::' }),
  )
  const { refused } = await workplace.as('admin').call('workstations.list', {})
  expect(refused[0]).toMatchObject({ verdict: 'USED', computer: 'PC-2', expected: 'PC-2' })
  expect(await audited('ENROLMENT_USED')).toMatchObject([{ computer: 'PC-2', address: '::' }])
})

test('a stolen code is refused at another computer, which is named in the refusal, on record and in the list', async () => {
  const { code } = await agreedCode(workplace, 'PC-3')
  const other = await started('EVIL-7')
  expect(await other.enrol(code)).toMatchObject(refusedAs('CODE_OF_OTHER_COMPUTER', { computer: 'PC-3' }))
  const { refused } = await workplace.as('admin').call('workstations.list', {})
  expect(refused[0]).toMatchObject({ verdict: 'OTHER_COMPUTER', computer: 'EVIL-7', expected: 'PC-3' })
  expect(await audited('ENROLMENT_OTHER_COMPUTER')).toMatchObject([{ computer: 'EVIL-7', expected: 'PC-3' }])
  // It is not used up by that.
  expect(await (await started('PC-3')).enrol(code)).toMatchObject({ ok: true })
})

test('an expired code, one that was taken back and one that never was are refused by name', async () => {
  const { code, key } = await agreedCode(workplace, 'PC-4')
  await database.superuser.query(
    `UPDATE enrolment_codes SET created_at = created_at - interval '9 hours', expires_at = expires_at - interval '9 hours' WHERE id = $1`,
    [key],
  )
  const fresh = await started('PC-4')
  expect(await fresh.enrol(code)).toMatchObject({ ok: false, error: { code: 'CODE_EXPIRED' } })
  const taken = await agreedCode(workplace, 'PC-4')
  await workplace.as('admin').call('workstations.cancelCode', { codeId: taken.key })
  expect(await fresh.enrol(taken.code)).toMatchObject({ ok: false, error: { code: 'CODE_EXPIRED' } })
  expect(await fresh.enrol(newCode())).toMatchObject(refusedAs('CODE_WRONG'))
  // Nor does one of a branch that has closed meanwhile.
  const closed = await agreedCode(workplace, 'PC-4')
  const closing = (at: string) =>
    database.superuser.query(
      `ALTER TABLE branches DISABLE TRIGGER USER; UPDATE branches SET closed_at = ${at} WHERE id = '${branch.id}';
       ALTER TABLE branches ENABLE TRIGGER USER`,
    )
  await closing('now()')
  expect(await fresh.enrol(closed.code)).toMatchObject({ ok: false, error: { code: 'CODE_EXPIRED' } })
  await closing('NULL')
  expect(await fresh.enrol(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toMatchObject({
    ok: false,
    error: { code: 'VALIDATION' },
  })
})

test('a lost answer costs nothing: the same computer gives the code again and finds the login that it made', async () => {
  const { code } = await agreedCode(workplace, 'PC-5')
  const fresh = await started('PC-5')
  expect(await fresh.enrol(code)).toMatchObject({ ok: true })
  const { server: first } = await fresh.settings()
  // As it was when the answer was lost: the password was kept before it was sent, and nothing was chosen.
  const pending = {
    address: addressOf(database.workstation(1)),
    password: first.password,
    code: hashOfCode(code),
  }
  const before = { ...(await fresh.settings()), server: null, isSetUp: false, pending }
  await disconnect(fresh.state)
  await writeFile(fresh.file, JSON.stringify(before))
  expect(await fresh.enrol(code)).toMatchObject({ ok: true })
  expect((await fresh.settings()).server).toMatchObject({ user: first.user, password: first.password })
})

test('enrolled anew, a computer has another login, and the old one is out', async () => {
  const first = await started('PC-6')
  await first.enrol((await agreedCode(workplace, 'PC-6')).code)
  const second = await started('PC-6')
  expect(await second.enrol((await agreedCode(workplace, 'pc-6')).code)).toMatchObject({ ok: true })
  expect((await listed('PC-6')).map(({ status }) => status)).toEqual(['REPLACED'])
  expect((await listed('pc-6')).map(({ status }) => status)).toEqual(['ACTIVE'])
  await expect.poll(() => first.state.fault?.code, { timeout: 5000 }).toBe('WORKSTATION_REVOKED')
})

test('a revoked workstation is out: its calls fail by name within five seconds, and it does not come back', async () => {
  const fresh = await started('PC-7')
  await fresh.enrol((await agreedCode(workplace, 'PC-7')).code)
  await fresh.call('sessions.signIn', { username: branch.staff.teller.username, password: PASSWORD })
  expect(await fresh.ask('tills.list', {})).toMatchObject({ ok: true })
  const [row] = await listed('PC-7')
  const begun = performance.now()
  await workplace.as('admin').call('workstations.revoke', { workstationId: row?.id ?? '' })
  await expect
    .poll(() => fresh.state.fault?.code, { timeout: 5000, interval: 20 })
    .toBe('WORKSTATION_REVOKED')
  process.stdout.write(`A revoked workstation was out after ${Math.round(performance.now() - begun)} ms\n`)
  expect(await fresh.ask('tills.list', {})).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  expect(await fresh.call('database.get', {})).toMatchObject({ fault: 'WORKSTATION_REVOKED' })
  expect(await fresh.ask('database.retry', {})).toMatchObject(
    refusedAs('CONNECTION_REFUSED', { fault: 'WORKSTATION_REVOKED' }),
  )
  expect(await listed('PC-7')).toMatchObject([{ status: 'REVOKED', connected: false }])
})

test('the password of a login is changed by itself when it is old, and a lost answer locks nobody out', async () => {
  const fresh = await started('PC-8')
  await fresh.enrol((await agreedCode(workplace, 'PC-8')).code)
  const passwordNow = async () => (await fresh.settings()).server.password
  const first = await passwordNow()
  const age = () =>
    database.superuser.query(
      `UPDATE workstations SET rotated_at = rotated_at - interval '31 days' WHERE computer = 'PC-8'`,
    )
  const reopen = async () => {
    await disconnect(fresh.state)
    await connect(fresh.state)
    expect(fresh.state.fault).toBe(null)
  }
  await reopen()
  expect(await passwordNow()).toBe(first)
  await age()
  await reopen()
  const second = await passwordNow()
  expect(second).not.toBe(first)
  expect((await fresh.settings()).pending).toBe(null)
  // The server has the new one, and this computer never heard of it.
  const kept = await fresh.settings()
  const lost = {
    ...kept,
    server: { ...kept.server, password: first },
    pending: { address: addressOf(database.workstation(1)), password: second, code: null },
  }
  await disconnect(fresh.state)
  await writeFile(fresh.file, JSON.stringify(lost))
  await connect(fresh.state)
  expect(fresh.state.fault).toBe(null)
  expect(await passwordNow()).toBe(second)
  expect((await fresh.settings()).pending).toBe(null)
})

test('wrong codes are limited by address, and then no code is looked at for a while', async () => {
  const { code } = await agreedCode(workplace, 'PC-9')
  const fresh = await started('PC-9')
  await database.superuser.query('UPDATE enrolment_rules SET tries_per_address = 1')
  expect(await fresh.enrol(newCode())).toMatchObject(refusedAs('CODE_TRIED_TOO_OFTEN'))
  expect(await fresh.enrol(code)).toMatchObject(refusedAs('CODE_TRIED_TOO_OFTEN'))
  await database.superuser.query('UPDATE enrolment_rules SET tries_in_all = 1')
  expect(await fresh.enrol(code)).toMatchObject(refusedAs('CODE_TRIED_TOO_OFTEN'))
  await database.superuser.query(`UPDATE enrolment_rules SET tries_in_all = 200, tries_per_address = 100`)
  expect(await fresh.enrol(code)).toMatchObject({ ok: true })
})

test('where the bank sets the server, a code is given there and nowhere else, and nobody chooses another database', async () => {
  const fresh = await started('PC-SET')
  const { host, port, database: name } = database.workstation(1)
  const policy: MachinePolicy = {
    file: '/etc/policy',
    server: { host, port, database: name, tls: 'off' },
    idleSeconds: 120,
    contentProtection: null,
    printers: null,
    updates: null,
  }
  Object.assign(fresh.state, { options: { ...fresh.state.options, policy: async () => ok(policy) } })
  await connect(fresh.state)
  expect(await fresh.call('database.get', {})).toMatchObject({
    kind: 'server',
    fault: 'NOT_ENROLLED',
    mayChange: 'login',
    policy: { file: '/etc/policy', setsServer: true },
  })
  expect(await fresh.ask('database.useEmbedded', {})).toMatchObject(
    refusedAs('CONNECTION_REFUSED', { fault: 'SET_BY_POLICY' }),
  )
  expect(await fresh.ask('database.useServer', UNREACHABLE)).toMatchObject(
    refusedAs('CONNECTION_REFUSED', { fault: 'SET_BY_POLICY' }),
  )
  const { code } = await agreedCode(workplace, 'PC-SET')
  expect(await fresh.enrol(code, 'evil.example:1')).toMatchObject({ ok: true, value: { fault: null } })
  expect((await fresh.settings()).server.host).toBe(host)
  expect((await fresh.call('sessions.get', {})).idleLockSeconds).toBe(120)
})
