import { expect, test } from 'vitest'
import { limitProposedByTeller, shownTo } from '../support/approvals.ts'
import { enrol, forgetUsedCodes } from '../support/codes.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database

const decide = async (approvalId: string, username: string, code: string | null) => {
  const { hash } = await shownTo(workplace, 'teller', approvalId)
  return workplace.ask('approvals.decideBeside', {
    approvalId,
    hash,
    username,
    password: PASSWORD,
    code,
    reason: null,
  })
}

test('where a role needs a second factor, the password alone of somebody without a device decides nothing beside', async () => {
  await superuser.query(`INSERT INTO second_factor_roles (branch_id, role) VALUES ($1, 'SUPERVISOR')`, [
    branch.id,
  ])
  const id = await limitProposedByTeller(workplace)
  expect(await decide(id, 'supervisor', null)).toMatchObject({ ok: false })
})

test('after two people reset a device, the password alone decides nothing beside', async () => {
  await superuser.query('DELETE FROM second_factor_roles')
  await enrol(workplace.as('supervisor2'))
  await superuser.query('SELECT forget_factor($1)', [branch.staff.supervisor2.id])
  const id = await limitProposedByTeller(workplace)
  expect(await decide(id, 'supervisor2', null)).toMatchObject({ ok: false })
})

test('wrong codes beside somebody count with those of the day, of which twenty are looked at', async () => {
  const device = await enrol(workplace.as('supervisor'))
  await forgetUsedCodes(superuser)
  await superuser.query('DELETE FROM sign_in_attempts')
  const id = await limitProposedByTeller(workplace)
  expect(await decide(id, 'supervisor', '000000')).toMatchObject({ ok: false })
  // As if it had been nineteen more, in the hours before.
  await superuser.query(
    `INSERT INTO sign_in_attempts (ticket_hash, purpose, username, workstation, allowed, good, session_epoch, build, step, tried_at, recorded)
     SELECT sha256(ticket_hash || n::text::bytea), purpose, username, workstation, allowed, good, session_epoch, build, step, tried_at - n * interval '1 hour', true
     FROM (SELECT * FROM sign_in_attempts WHERE username = 'supervisor' ORDER BY tried_at DESC LIMIT 1) AS last, generate_series(1, 19) AS n`,
  )
  expect(await decide(id, 'supervisor', device.code())).toMatchObject({ ok: false })
  await superuser.query(
    `DELETE FROM sign_in_attempts WHERE tried_at < clock_timestamp() - interval '18 hours'`,
  )
  expect(await decide(id, 'supervisor', device.code())).toMatchObject({ ok: true })
})
