import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approveAs, FIRST_HALF, newProposal } from '../support/approvals.ts'
import { freshComputer } from '../support/computers.ts'
import { newLimit } from '../support/limits.ts'
import { bankOf, newBranch } from '../support/new-branch.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser, newUser, PASSWORD_HASH } from '../support/users.ts'
import { dropEnrolled, newCode } from '../support/workstations.ts'

/** A further branch of the bank: how two people make one, how its first people come to it, and that nobody is two people there. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
const second = await addUser(database, branch.id, { username: 'second.admin', role: 'ADMIN' })
const { by, decide, made, rowOf, propose, moved } = bankOf(workplace, second)
const admin = () => workplace.as('admin')

test('a second administrator approves a new branch on all that it makes, and it has everything that the first one has', async () => {
  await superuser.query(`INSERT INTO second_factor_roles (branch_id, role) VALUES ($1, 'AUDITOR')`, [
    branch.id,
  ])
  await superuser.query(`UPDATE branches SET count_tolerance = 5, minimum_customer_age = 17 WHERE id = $1`, [
    branch.id,
  ])
  // A limit that was agreed here.
  const agreed = newLimit({ currency: 'USD', perPosting: '777' })
  await admin().call('limits.propose', agreed)
  expect(await approveAs(workplace, 'supervisor', agreed.key)).toMatchObject({
    value: { status: 'APPROVED' },
  })
  const asked = newBranch({ code: 'syd2' })
  await admin().call('branches.propose', asked)
  // Whoever proposed it does not decide it, nor does a supervisor.
  expect(await decide(staff.admin, asked.key)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
  expect(await workplace.as('supervisor').ask('approvals.read', { approvalId: asked.key })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  const { facts } = await by(second).call('approvals.read', { approvalId: asked.key })
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
  expect(facts).toMatchObject({
    subject: asked.name,
    branchCode: 'SYD2',
    branchAddress: asked.address,
    branchZone: 'Asia/Tokyo',
    firstDay: today,
    tillsMade: 2,
    worksLike: 'Branch Nord',
    branchCurrency: 'USD',
    tolerance: '5.00',
    agreedLimits: 1,
    codeRoles: 'AUDITOR',
  })
  expect(await decide(second, asked.key)).toMatchObject({ ok: true, value: { status: 'APPROVED' } })
  const { rows } = await superuser.query(
    `SELECT b.code, b.currency, b.count_tolerance::text AS tolerance, b.minimum_customer_age AS age, b.address,
       (SELECT array_agg(account_type::text ORDER BY account_type::text) FROM accounts WHERE branch_id = b.id) =
       (SELECT array_agg(kind ORDER BY kind) FROM (SELECT account_type::text AS kind FROM account_kinds WHERE holder = 'BRANCH'
         UNION ALL SELECT 'TELLER_CASH' FROM generate_series(1, 2)) AS k) AS accounts,
       (SELECT array_agg(name::text ORDER BY name) FROM tills WHERE branch_id = b.id) AS tills,
       (SELECT business_date FROM business_days WHERE branch_id = b.id AND closed_at IS NULL) AS day,
       (SELECT jsonb_agg(jsonb_build_array(role, transaction_type, per_posting, valid_from, approval_id)) FROM posting_limits
         WHERE branch_id = b.id) AS limits,
       (SELECT array_agg(role::text) FROM second_factor_roles WHERE branch_id = b.id) AS roles FROM branches b WHERE id = $1`,
    [asked.key],
  )
  expect(only(rows)).toMatchObject({
    code: 'SYD2',
    currency: 'USD',
    tolerance: '5.00',
    age: 17,
    address: asked.address,
    accounts: true,
    tills: ['Till 1', 'Till 2'],
    day: today,
    roles: ['AUDITOR'],
    limits: [['TELLER', 'DEPOSIT', 777, agreed.validFrom, asked.key]],
  })
  expect(await rowOf(asked.key)).toMatchObject({
    staff: 0,
    tills: 2,
    workstations: 0,
    dayOpen: true,
    cash: null,
    left: [],
    mayChange: true,
    mayMint: true,
    lacks: ['ADMINISTRATOR', 'SECOND_PERSON', 'SUPERVISOR', 'TELLER', 'WORKSTATION'],
  })
  expect(
    (await workplace.as('auditor').call('branches.list', {})).branches.find(({ id }) => id === asked.key),
  ).toMatchObject({ cash: '0.00', mayChange: false, mayMint: false })
  // On record under its approval, in the name of whoever proposed it.
  const audited = await superuser.query(
    `SELECT cause_type, cause_id, user_id FROM audit_logs WHERE resource_type = 'branches' AND resource_id = $1 AND action = 'CREATED'`,
    [asked.key],
  )
  expect(audited.rows).toEqual([{ cause_type: 'APPROVAL', cause_id: asked.key, user_id: staff.admin.id }])
  await superuser.query(`DELETE FROM second_factor_roles`)
})

test('a name or code that a branch has, sent or waiting meanwhile, is refused, and nothing is made of it', async () => {
  const { name, code } = await made()
  const taken = (changes: object) => admin().ask('branches.propose', newBranch(changes))
  expect(await taken({ name: name.toUpperCase() })).toMatchObject({ error: { code: 'BRANCH_NAME_TAKEN' } })
  expect(await taken({ code })).toMatchObject({
    error: { code: 'BRANCH_CODE_TAKEN', details: { branch: name } },
  })
  const [one, other] = [newBranch(), newBranch()]
  await admin().call('branches.propose', one)
  await admin().call('branches.propose', { ...other, code: one.code })
  expect(await decide(second, one.key)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await decide(second, other.key)).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'BRANCH_CODE_TAKEN' } },
  })
  expect(await rowOf(other.key)).toBeUndefined()
})

test('the first people of a branch come by two people of the present one, and from then on the branch decides', async () => {
  const { key: id } = await made()
  const codeFor = (computer: string) => {
    const key = randomUUID()
    return { key, computer, hours: 8, code: newCode(), branchId: id }
  }
  // Its first computer, while nobody is there: two people of the old branch.
  const first = codeFor('PC-NEW-1')
  await admin().call('workstations.proposeCode', first)
  expect(await approveAs(workplace, 'supervisor', first.key)).toMatchObject({ value: { status: 'APPROVED' } })
  const codes = await superuser.query('SELECT branch_id FROM enrolment_codes WHERE id = $1', [first.key])
  expect(codes.rows).toEqual([{ branch_id: id }])
  expect((await admin().call('workstations.list', {})).codes).toMatchObject([
    { computer: 'PC-NEW-1', forBranch: expect.any(String) },
  ])
  await admin().call('workstations.cancelCode', { codeId: first.key })
  // A code that was proposed before the branch had its people is approved no more once it has them.
  const late = codeFor('PC-NEW-2')
  await admin().call('workstations.proposeCode', late)
  const anna = await moved('ADMIN', id, second)
  expect(await rowOf(id)).toMatchObject({
    staff: 1,
    lacks: ['SECOND_PERSON', 'SUPERVISOR', 'TELLER', 'WORKSTATION'],
    mayMint: true,
    mayChange: false,
  })
  // Now the old branch alone brings nobody more, and the first administrator decides.
  const sam = await moved('SUPERVISOR', id, anna)
  expect(await approveAs(workplace, 'supervisor', late.key)).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'OTHER_BRANCH' } },
  })
  expect(await admin().ask('workstations.proposeCode', codeFor('PC-NEW-3'))).toMatchObject({
    error: { code: 'OTHER_BRANCH' },
  })
  // By themselves: a code, a teller, and a user with power, each as at any branch.
  const own = { ...codeFor('PC-NEW-4'), branchId: null }
  await by(anna).call('workstations.proposeCode', own)
  expect(await decide(sam, own.key)).toMatchObject({ value: { status: 'APPROVED' } })
  await by(anna).call('users.create', newUser())
  expect(await rowOf(id)).toMatchObject({
    staff: 3,
    lacks: ['WORKSTATION'],
    mayMint: false,
    left: ['STAFF', 'CODES'],
  })
})

test('the first administrator of a new branch is not two people there', async () => {
  const { key: id } = await made()
  const anna = await moved('ADMIN', id, second)
  const alone = newUser({ role: 'SUPERVISOR' })
  expect(await by(anna).ask('users.create', alone)).toMatchObject({ error: { code: 'SECOND_PERSON_NEEDED' } })
  expect((await by(anna).call('users.list', {})).others).toBe(true)
  await expect(
    database
      .pool(anna.token)
      .query(`SELECT create_user($1, 'mine', 'Mine', 'mine@example.test', 'ADMIN', $2, $3)`, [
        randomUUID(),
        PASSWORD_HASH,
        Buffer.alloc(60, 1),
      ]),
  ).rejects.toMatchObject({ constraint: 'SECOND_PERSON_NEEDED' })
  // Nor where no branch has noted who its second person was, as those of the first release have not.
  await superuser.query('UPDATE branches SET second_person = NULL')
  expect(await by(anna).ask('users.create', newUser({ role: 'SUPERVISOR' }))).toMatchObject({
    error: { code: 'SECOND_PERSON_NEEDED' },
  })
  // What she proposes waits: nobody of the old branch sees or decides it.
  const proposal = newProposal({ passwordHalf: FIRST_HALF })
  await by(anna).call('users.propose', proposal)
  for (const who of [second, staff.supervisor]) {
    expect(await by(who).ask('approvals.read', { approvalId: proposal.key })).toMatchObject({
      error: { code: 'APPROVAL_NOT_FOUND' },
    })
    expect(
      await by(who).ask('approvals.approve', {
        approvalId: proposal.key,
        hash: '0'.repeat(64),
        passwordHalf: null,
      }),
    ).toMatchObject({
      error: { code: 'OTHER_BRANCH' },
    })
  }
  // Somebody made by two at the old branch who never signed in comes here, and gets no password from her alone.
  const fresh = await addUser(database, branch.id, { role: 'SUPERVISOR' })
  await superuser.query('DELETE FROM sessions WHERE user_id = $1', [fresh.id])
  const key = await propose(staff.admin, fresh.id, id)
  expect(await decide(anna, key)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(
    await by(anna).ask('users.resetPassword', {
      userId: fresh.id,
      temporaryPassword: 'a known password of hers',
    }),
  ).toMatchObject({
    error: { code: 'SECOND_PERSON_NEEDED' },
  })
})

test('before anybody signs in, a workstation shows the branch to which it belongs, and one that belongs to none the first that works', async () => {
  const { key: branchId, name } = await made()
  const code = { key: randomUUID(), computer: 'PC-SHOWN', hours: 8, code: newCode(), branchId }
  await admin().call('workstations.proposeCode', code)
  await approveAs(workplace, 'supervisor', code.key)
  const computer = await freshComputer(branch, 'PC-SHOWN')
  const shown = async () => (await computer.call('sessions.get', {})).branch?.name
  try {
    expect(await computer.enrol(code.code)).toMatchObject({ ok: true })
    expect(await shown()).toBe(name)
  } finally {
    await computer.close()
    await dropEnrolled(database)
  }
  const first = async () => {
    const { rows } = await superuser.query('SELECT branch_name FROM installation()')
    return only(rows).branch_name
  }
  expect(await first()).toBe('Branch Nord')
  await superuser.query('ALTER TABLE branches DISABLE TRIGGER USER')
  await superuser.query('UPDATE branches SET closed_at = now() WHERE id = $1', [branch.id])
  const next = await superuser.query(
    'SELECT name FROM branches WHERE closed_at IS NULL ORDER BY created_at LIMIT 1',
  )
  expect(await first()).toBe(only(next.rows).name)
  await superuser.query('UPDATE branches SET closed_at = NULL WHERE id = $1', [branch.id])
  await superuser.query('ALTER TABLE branches ENABLE TRIGGER USER')
})
