import { describe, expect, test } from 'vitest'
import { approveAs, SECOND_HALF } from '../support/approvals.ts'
import type { StaffName } from '../support/branch.ts'
import { only } from '../support/queries.ts'
import { differenceDecided } from '../support/second-person.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { arrangeCrimes, type Crime, decisions, type Step } from './solo-crimes.ts'

/**
 * No single person can make money, a privileged user or a limit. Five crimes, each tried by one person of every role: by the calls of
 * the window, with every decision on the own proposals, and by statements in an SQL client with that person's token. Whatever is answered,
 * there is no gain afterwards. At last two people do each of them, so that something was tried that can be done.
 */

const workplace = await workplaceForFile()
const { branch } = workplace
const crimes = await arrangeCrimes(branch)
const ROLES: readonly StaffName[] = ['teller', 'supervisor', 'admin', 'auditor', 'apiUser']

const gainOf = async ({ gain }: Crime): Promise<unknown> =>
  only((await branch.database.superuser.query(gain)).rows)

/** Whatever the person has asked for waits no longer, so that the next one finds the branch as it was. */
async function endProposals(name: StaffName): Promise<void> {
  for (const { id } of await waitingOf(name)) await branch.pool(name).query('SELECT withdraw($1)', [id])
}

/** Does one thing by the window, and then decides it in every way that the window has. */
async function tryByWindow(name: StaffName, { call, input, key, counted }: Step): Promise<void> {
  const answer = await workplace.as(name).ask(call, input as never)
  const approvalId = key ?? (answer.ok ? String(Object(answer.value)['id'] ?? '') : '')
  if (!answer.ok || approvalId === '') return
  const read = await workplace.ask('approvals.read', { approvalId })
  const hash = read.ok ? read.value.hash : '0'.repeat(64)
  const decision = { approvalId, hash, ...(counted === undefined ? {} : { counted }) }
  await workplace.ask('approvals.approve', { ...decision, passwordHalf: null })
  await workplace.ask('approvals.approve', { ...decision, passwordHalf: SECOND_HALF, reason: 'Mine' })
  const { username } = branch.staff[name]
  await workplace.ask('approvals.decideBeside', {
    approvalId,
    hash,
    username,
    password: PASSWORD,
    code: null,
    reason: null,
  })
}

describe.each(crimes)('one person $says', (crime) => {
  test.each(ROLES)('%s alone, by the calls of the window: no gain', async (name) => {
    const before = await gainOf(crime)
    for (const step of crime.byCalls()) await tryByWindow(name, step)
    expect(await gainOf(crime)).toEqual(before)
    await endProposals(name)
  })

  test.each(ROLES)('%s alone, by SQL with the own token: no gain', async (name) => {
    const before = await gainOf(crime)
    for (const statement of crime.bySql())
      for (const sql of [statement.sql, ...decisions(statement)])
        await branch
          .pool(name)
          .query(sql)
          .catch(() => {})
    expect(await gainOf(crime)).toEqual(before)
    await endProposals(name)
  })
})

/** The proposals of a person that wait for another one. */
async function waitingOf(name: StaffName) {
  const { rows } = await branch.database.superuser.query<{ id: string; kind: string }>(
    `SELECT id, kind FROM approvals WHERE status = 'PENDING' AND proposed_by = $1 ORDER BY kind`,
    [branch.staff[name].id],
  )
  return rows
}

test.each(crimes)('two people can: $says', async (crime) => {
  const before = await gainOf(crime)
  const counted = new Map<string, string>()
  for (const { call, input, key, counted: count } of crime.byCalls()) {
    await workplace.as(crime.begins).ask(call, input as never)
    if (key !== undefined && count !== undefined) counted.set(key, count)
  }
  for (const { id } of await waitingOf(crime.begins))
    await approveAs(workplace, crime.with, id, counted.get(id))
  for (const { id } of await waitingOf(crime.begins)) await differenceDecided(branch.pool(crime.begins), id)
  expect(await gainOf(crime), 'what two people did').not.toEqual(before)
})
