import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import {
  FIRST_HALF,
  approveAs,
  limitProposedByTeller,
  newProposal,
  proposalAbout,
  proposed,
  shownTo,
} from '../support/approvals.ts'
import { type Device, enrol, forgetUsedCodes, letCodesGrowOld } from '../support/codes.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { newUser, PASSWORD, signedIn } from '../support/users.ts'

// Whoever has a second factor decides, and gives power, only with a fresh code.

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const devices = new Map<string, Device>()
for (const name of ['admin', 'supervisor'] as const) devices.set(name, await enrol(workplace.as(name)))
const codeOf = (name: string) => devices.get(name)?.code() ?? expect.unreachable()

const needed = { ok: false, error: { code: 'STEP_UP_NEEDED' } }
const refused = { ok: false, error: { code: 'SIGN_IN_REFUSED' } }
const giveCode = (name: 'admin' | 'supervisor') =>
  workplace.as(name).call('sessions.giveCode', { code: codeOf(name) })

beforeEach(async () => {
  await superuser.query('DELETE FROM sign_in_attempts')
  await forgetUsedCodes(superuser)
  await letCodesGrowOld(superuser)
})

test('a decision waits for a fresh code, which counts for five minutes, and then is made as it was sent', async () => {
  const [one, other] = [await limitProposedByTeller(workplace), await limitProposedByTeller(workplace)]
  expect(await approveAs(workplace, 'supervisor', one)).toMatchObject(needed)
  expect(await workplace.ask('approvals.decline', { approvalId: other, reason: 'no' })).toMatchObject(needed)
  await giveCode('supervisor')
  expect(await approveAs(workplace, 'supervisor', one)).toMatchObject({ value: { status: 'APPROVED' } })
  await workplace.call('approvals.decline', { approvalId: other, reason: 'no' })
  await letCodesGrowOld(superuser)
  // Sent again, because the answer was lost: it is answered by what was decided.
  expect(await approveAs(workplace, 'supervisor', one)).toMatchObject({ value: { status: 'APPROVED' } })
  // Somebody without a second factor decides as before.
  const third = await limitProposedByTeller(workplace)
  expect(await approveAs(workplace, 'supervisor2', third)).toMatchObject({ value: { status: 'APPROVED' } })
})

test('power and staff are given with a fresh code only', async () => {
  const asAdmin = workplace.as('admin')
  const { id, ...teller } = newUser()
  const tries = () => [
    asAdmin.ask('users.create', { id, ...teller }),
    asAdmin.ask('users.propose', newProposal({ passwordHalf: FIRST_HALF })),
    asAdmin.ask('users.resetPassword', { userId: branch.staff.teller2.id, temporaryPassword: PASSWORD }),
    asAdmin.ask('users.proposeCodeRoles', { key: randomUUID(), roles: ['ADMIN'] }),
  ]
  for (const answer of await Promise.all(tries())) expect(answer).toMatchObject(needed)
  await giveCode('admin')
  for (const answer of await Promise.all(tries())) expect(answer).toMatchObject({ ok: true })
})

test('beside somebody the password alone does not decide, nor does a code twice', async () => {
  const [one, other] = [await limitProposedByTeller(workplace), await limitProposedByTeller(workplace)]
  const decide = async (approvalId: string, code: string | null) => {
    const { hash } = await shownTo(workplace, 'teller', approvalId)
    const who = { username: 'supervisor', password: PASSWORD }
    return workplace.ask('approvals.decideBeside', { approvalId, hash, ...who, code, reason: null })
  }
  const { deciders } = await shownTo(workplace, 'teller', one)
  expect(deciders.map(({ givesCode }) => givesCode)).toEqual([true, false])
  const code = codeOf('supervisor')
  expect(await decide(one, null)).toMatchObject(refused)
  expect(await decide(one, '000000')).toMatchObject(refused)
  expect(await decide(one, code)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await decide(other, code)).toMatchObject(refused)
})

test('two people decide which roles need a second factor; it holds from the next sign-in', async () => {
  await giveCode('admin')
  const key = randomUUID()
  await workplace.call('users.proposeCodeRoles', { key, roles: ['TELLER', 'ADMIN'] })
  const { facts } = await shownTo(workplace, 'supervisor2', key)
  expect(facts).toMatchObject({ codeRoles: '', newCodeRoles: 'ADMIN, TELLER' })
  expect(await approveAs(workplace, 'supervisor2', key)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await workplace.as('admin').call('users.list', {})).toMatchObject({ codeRoles: ['ADMIN', 'TELLER'] })
  // Who is at work goes on.
  await workplace.as('teller').call('customers.search', { text: 'ana' })
  const enter = { username: 'teller', password: PASSWORD }
  expect((await workplace.call('sessions.signIn', enter)).stage).toBe('must-enrol')
  workplace.become(await signedIn(branch.database, 'teller'))
})

test('two people reset a lost device, and its person sets up another one before anything else', async () => {
  await giveCode('admin')
  const reset = proposalAbout(branch.staff.supervisor.id, { kind: 'USER_CODE' })
  const id = await proposed(workplace, reset)
  expect(await approveAs(workplace, 'admin', id)).toMatchObject({ ok: false })
  expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({ ok: false })
  expect(await approveAs(workplace, 'supervisor2', id)).toMatchObject({ value: { status: 'APPROVED' } })
  const enter = { username: 'supervisor', password: PASSWORD }
  expect((await workplace.call('sessions.signIn', enter)).stage).toBe('must-enrol')
  const { rows } = await superuser.query(
    `SELECT a.action, u.username FROM audit_logs a JOIN users u ON u.id = a.user_id
     WHERE resource_id = $1 AND action LIKE 'SECOND_FACTOR%' ORDER BY a.id`,
    [branch.staff.supervisor.id],
  )
  expect(rows).toEqual([
    { action: 'SECOND_FACTOR_SET', username: 'supervisor' },
    { action: 'SECOND_FACTOR_RESET', username: 'admin' },
  ])
})
