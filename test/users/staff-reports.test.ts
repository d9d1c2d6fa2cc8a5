import { expect, test } from 'vitest'
import { todayIn } from '../../shared/rules/branch-time.ts'
import { approveAs, proposalAbout } from '../support/approvals.ts'
import { otherBranch } from '../support/other-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, insertUser, newUser } from '../support/users.ts'
import { TIME_ZONE } from '../support/zone.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const period = { from: todayIn(TIME_ZONE), to: todayIn(TIME_ZONE) }

const text = ({ content }: { readonly content: Uint8Array }) => Buffer.from(content).toString('utf8')
const exportsOf = async (report: string) =>
  (
    await database.superuser.query<{ user_id: string }>(
      `SELECT user_id FROM audit_logs WHERE action = 'EXPORTED' AND details ->> 'report' = $1 ORDER BY id`,
      [report],
    )
  ).rows.map(({ user_id: who }) => who)
const changesOf = async (userId: string, days = period) =>
  (await workplace.as('auditor').call('users.listChanges', days)).changes.filter(
    (change) => change.userId === userId,
  )

test('who joined, got another role, was suspended, came back and left is told, with who proposed and who approved it', async () => {
  const admin = workplace.as('admin')
  const person = newUser({ fullName: '=Olga Petrova' })
  const { id: userId, fullName, email } = person
  await admin.call('users.create', person)
  await admin.call('users.update', { userId, fullName, email, role: 'AUDITOR' })
  await admin.call('users.update', { userId, fullName: 'Olga Ivanova', email, role: 'AUDITOR' })
  for (const status of ['SUSPENDED', 'INACTIVE'] as const)
    await workplace.as('admin').call('users.setStatus', { userId, status })
  const changes = await changesOf(userId)
  expect(changes.map(({ what, role, roleBefore }) => [what, role, roleBefore])).toEqual([
    ['LEFT', 'AUDITOR', null],
    ['SUSPENDED', 'AUDITOR', null],
    ['ROLE', 'AUDITOR', 'TELLER'],
    ['JOINED', 'TELLER', null],
  ])
  const { rows } = await database.superuser.query<{ username: string; full_name: string }>(
    'SELECT username, full_name FROM users WHERE id = ANY ($1)',
    [[staff.admin.id, staff.supervisor.id]],
  )
  const nameOf = (username: string) => rows.find((row) => row.username === username)?.full_name
  const demoted = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  const proposal = proposalAbout(demoted.id, { kind: 'USER_ROLE', role: 'TELLER' })
  await workplace.as('admin').call('users.propose', proposal)
  await approveAs(workplace, 'supervisor', proposal.key)
  const [byTwo] = await changesOf(demoted.id)
  expect(byTwo).toMatchObject({
    what: 'ROLE',
    roleBefore: 'SUPERVISOR',
    by: nameOf(staff.admin.username),
    approvedBy: nameOf(staff.supervisor.username),
  })
  expect(byTwo?.proposedAt).not.toBeNull()
  expect(changes[0]).toMatchObject({ fullName: 'Olga Ivanova' })
  expect(changes[0]).toMatchObject({ by: nameOf(staff.admin.username), approvedBy: null, proposedAt: null })
  expect(await changesOf(userId, { from: '2001-01-01', to: '2001-12-31' })).toEqual([])
  const file = await workplace.as('auditor').call('users.exportChanges', period)
  expect(file.fileName).toBe(`staff-changes-${period.from}-to-${period.to}.csv`)
  expect(text(file)).toContain(`"LEFT","Olga Ivanova","${person.username}","AUDITOR",""`)
  // What a spreadsheet would run is text.
  expect(text(file)).toContain(`"'=Olga Petrova"`)
  expect(await exportsOf('STAFF_CHANGES')).toEqual([staff.auditor.id])
})

test('an administrator sees what concerns the own branch, an auditor every branch', async () => {
  const other = await otherBranch(database)
  const stranger = await insertUser(database.superuser, other, {})
  expect(await changesOf(stranger.id)).toMatchObject([{ what: 'JOINED', branch: 'Branch Ost' }])
  const own = await workplace.as('admin').call('users.listChanges', period)
  expect(own.changes.filter(({ userId }) => userId === stranger.id)).toEqual([])
  // From that branch to this one: both ends see it.
  await database.superuser.query('UPDATE users SET branch_id = $1 WHERE id = $2', [branch.id, stranger.id])
  const seen = await workplace.as('admin').call('users.listChanges', period)
  expect(seen.changes.filter(({ userId }) => userId === stranger.id)).toMatchObject([
    { what: 'MOVED', branch: 'Branch Nord', branchBefore: 'Branch Ost' },
  ])
})

test('the review says of everybody the role, branch, limits, second factor, last use, sessions and workstations at one moment', async () => {
  const here = await addUser(database, branch.id, { role: 'TELLER' })
  const before = Date.now()
  const { at, people } = await workplace.as('auditor').call('users.review', {})
  expect(Math.abs(Date.parse(at) - before)).toBeLessThan(60_000)
  const found = people.find(({ id }) => id === here.id)
  expect(found).toMatchObject({
    role: 'TELLER',
    branch: 'Branch Nord',
    decides: false,
    status: 'ACTIVE',
    secondFactor: 'NONE',
    sessions: 1,
    workstations: [database.workstation(1).user],
  })
  expect(found?.limits).toContainEqual(expect.objectContaining({ transactionType: 'WITHDRAWAL' }))
  expect(found?.lastUse).toBe(found?.lastSignIn)
  await workplace.as('admin').call('users.setStatus', { userId: here.id, status: 'SUSPENDED' })
  const again = await workplace.as('admin').call('users.review', {})
  expect(again.people.find(({ id }) => id === here.id)).toMatchObject({ status: 'SUSPENDED', sessions: 0 })
  expect(again.people.find(({ id }) => id === staff.supervisor.id)).toMatchObject({ decides: true })
})

test('the review as a file carries its moment in every line, and is on record', async () => {
  const file = await workplace.as('admin').call('users.exportReview', {})
  expect(file.fileName).toMatch(/^access-review-\d{4}-\d\d-\d\d-\d{4}\.csv$/)
  const [head = '', ...lines] = text(file).trim().split('\r\n')
  expect(head).toContain('"as_of","full_name"')
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(1)
  expect(lines.some((line) => line.includes(`"${staff.teller.username}"`))).toBe(true)
  expect(await exportsOf('ACCESS_REVIEW')).toEqual([staff.admin.id])
})

test.each(['teller', 'supervisor'] as const)('a %s gets neither', async (who) => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(await workplace.as(who).ask('users.review', {})).toMatchObject(forbidden)
  expect(await workplace.as(who).ask('users.exportReview', {})).toMatchObject(forbidden)
  expect(await workplace.as(who).ask('users.listChanges', period)).toMatchObject(forbidden)
  for (const call of [
    'access_review()',
    'export_access_review()',
    `staff_changes('2026-01-01', '2026-12-31')`,
  ])
    await expect(branch.pool(who).query(`SELECT ${call}`)).rejects.toMatchObject({ constraint: 'FORBIDDEN' })
})
