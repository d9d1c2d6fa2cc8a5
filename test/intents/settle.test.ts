import { randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { intentsFolder } from '../../electron/services/intents/keep-intent.ts'
import { readPdf } from '../print/read-pdf.ts'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { acknowledgeAll, notedAndNeverSent, notesOf, recoveriesAt } from '../support/intents.ts'
import { setLimits } from '../support/limits.ts'
import { proposeTill, proposeVaultCash } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { countedByTwo } from '../support/second-person.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const savings = await openNewCustomersAccount(branch, { balance: '1000' })
const current = await openNewCustomersAccount(branch, { type: 'CURRENT' })

beforeEach(async () => {
  workplace.as('teller')
  await ensureOpenTill(branch, branch.staff.teller, 0, '500')
  await acknowledgeAll(workplace)
})

const onlyRecovery = async () => {
  const found = await recoveriesAt(workplace)
  expect(found).toHaveLength(1)
  return found[0]
}
const ledgerOf = async (account: string) => (await balanceOf(branch, account)).ledger

describe('before money moves', () => {
  test('what is posted is noted on the disk in words, for its user alone, without names of customers', async () => {
    const input = newCashPosting(savings, {
      amount: '12.50',
      description: 'For Maria',
      shown: ['4017000003'],
    })
    await workplace.call('postings.postDeposit', input)
    const [file = ''] = await notesOf(workplace)
    expect(file).toContain(input.key)
    const path = join(intentsFolder(workplace.state), file)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(intentsFolder(workplace.state))).mode & 0o777).toBe(0o700)
    const note: unknown = JSON.parse(await readFile(path, 'utf8'))
    expect(note).toEqual({
      kind: 'DEPOSIT',
      amount: '12.50',
      currency: 'USD',
      shown: ['4017000003'],
      sentAt: expect.any(String),
      sentTo: expect.any(String),
    })
  })

  test('a disk that cannot be written refuses the posting by name, and nothing is sent', async () => {
    const { state } = workplace
    const before = await ledgerOf(savings)
    const blocked = join(state.options.settingsFolder, 'a-file')
    await writeFile(blocked, '')
    const options = { ...state.options, settingsFolder: blocked }
    Object.assign(state, { options })
    try {
      const input = newCashPosting(savings)
      expect(await workplace.ask('postings.postDeposit', input)).toEqual({
        ok: false,
        error: { code: 'INTENT_NOT_WRITTEN', details: undefined },
      })
      expect(await ledgerOf(savings)).toBe(before)
    } finally {
      Object.assign(state, { options: { ...options, settingsFolder: join(blocked, '..') } })
    }
  })

  test('a call that moves no money writes nothing', async () => {
    await workplace.call('postings.previewDeposit', { accountId: savings, amount: '1', currency: 'USD' })
    expect(await notesOf(workplace)).toEqual([])
  })
})

describe('after the answer was lost', () => {
  test('a posting that is in the ledger ends in a slip that says POSTED, with its reference, for whoever signs in', async () => {
    const posted = await workplace.call('postings.postDeposit', newCashPosting(savings, { amount: '20' }))
    workplace.as('supervisor2')
    expect(await onlyRecovery()).toMatchObject({
      outcome: 'POSTED',
      kind: 'DEPOSIT',
      amount: '20',
      reference: posted.reference,
      transactionId: posted.id,
      damaged: false,
    })
  })

  test('what never reached the ledger is NOT POSTED, and a packet that comes later posts nothing', async () => {
    const before = await ledgerOf(savings)
    const late = newCashPosting(savings, { amount: '20' })
    await notedAndNeverSent(workplace, 'postings.postWithdrawal', late)
    expect(await onlyRecovery()).toMatchObject({ outcome: 'NOT_POSTED', kind: 'WITHDRAWAL', reference: null })
    expect(await workplace.ask('postings.postWithdrawal', late)).toMatchObject({
      error: { code: 'INTENT_SETTLED' },
    })
    expect(await ledgerOf(savings)).toBe(before)
  })

  test('what waits for a second person is not stopped by settling its key, as one’s own or as its proposer’s', async () => {
    const supervisor = branch.pool('supervisor')
    for (const maker of ['auditor', 'supervisor'] as const) {
      const proposal = await proposeVaultCash(supervisor, '10.00')
      await branch.pool('auditor').query('SELECT settle_intent($1, $2)', [proposal, branch.staff[maker].id])
      expect(await countedByTwo(supervisor, proposal, '10.00')).toHaveProperty('reference')
    }
    const float = randomUUID()
    await proposeTill(branch.pool('teller2'), branch.tills[1], '10.00', float)
    const { rows } = await branch.database.superuser.query<{ id: string; key: string }>(
      `SELECT a.id, derived_key(a.id, 'cash') AS key FROM approvals a WHERE a.id = derived_id($1, 'float')`,
      [float],
    )
    const { id, key } = only(rows)
    await branch.pool('auditor').query('SELECT settle_intent($1, $2)', [key, branch.staff.teller2.id])
    expect(await countedByTwo(branch.pool('teller2'), id, '10.00')).toHaveProperty('reference')
  })

  test('who asked is on record, under the actor RECOVERY', async () => {
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    await recoveriesAt(workplace.as('auditor'))
    const { rows } = await branch.database.superuser.query(
      `SELECT l.actor, l.user_id, s.asked_by, s.maker, s.outcome, l.session_id IS NOT NULL AS has_session FROM audit_logs l
       JOIN settled_intents s ON s.id = l.resource_id WHERE l.resource_id = $1`,
      [lost.key],
    )
    expect(rows).toEqual([
      {
        actor: 'RECOVERY',
        user_id: null,
        asked_by: branch.staff.auditor.id,
        maker: branch.staff.teller.id,
        outcome: 'NOT_POSTED',
        has_session: true,
      },
    ])
  })

  test('a posting above a limit WAITS, and is NOT POSTED when it is taken back', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', perPosting: '100' })
    const transfer = newTransfer(savings, current, { amount: '101' })
    const { id } = await workplace.call('postings.postTransfer', transfer)
    expect(await onlyRecovery()).toMatchObject({ outcome: 'WAITS', kind: 'TRANSFER' })
    await workplace.call('approvals.withdraw', { approvalId: id })
    expect(await onlyRecovery()).toMatchObject({ outcome: 'NOT_POSTED', reason: expect.any(String) })
    expect(await workplace.call('postings.postTransfer', transfer)).toMatchObject({ status: 'CANCELLED' })
  })

  test('it is told until it was seen, and then no more', async () => {
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    await onlyRecovery()
    await onlyRecovery()
    await workplace.call('intents.acknowledge', { key: lost.key })
    expect(await recoveriesAt(workplace)).toEqual([])
  })

  test('an intent whose answer the window still waits for is left alone', async () => {
    const held = newCashPosting(savings)
    const page = randomUUID()
    const asked = async (lost: string[]) =>
      (await workplace.call('intents.settle', { page, lost })).recoveries.map(({ outcome }) => outcome)
    const { state } = workplace
    expect(await dispatch(state, 'postings.postDeposit', held, page)).toMatchObject({ ok: true })
    expect(await asked([])).toEqual([])
    expect(await asked([held.key])).toEqual(['POSTED'])
    await onlyRecovery() // another load of the page waits for nothing
  })

  test('an answer that is being acknowledged while the window settles ends in no slip', async () => {
    const page = randomUUID()
    const { state } = workplace
    for (let round = 0; round < 20; round += 1) {
      const shown = newCashPosting(savings, { amount: '1' })
      expect(await dispatch(state, 'postings.postDeposit', shown, page)).toMatchObject({ ok: true })
      const acknowledged = workplace.call('intents.acknowledge', { key: shown.key })
      const settled = workplace.call('intents.settle', { page, lost: [] })
      expect((await settled).recoveries).toEqual([])
      await acknowledged
    }
  })

  test('a note that is damaged is settled by its name, with the figures of the ledger', async () => {
    const posted = await workplace.call('postings.postDeposit', newCashPosting(savings, { amount: '21' }))
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    for (const file of await notesOf(workplace))
      await writeFile(join(intentsFolder(workplace.state), file), '\0\0\0\0')
    const found = await recoveriesAt(workplace)
    expect(found).toContainEqual(
      expect.objectContaining({
        outcome: 'POSTED',
        kind: 'DEPOSIT',
        amount: '21.00',
        reference: posted.reference,
        damaged: true,
      }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({ key: lost.key, outcome: 'NOT_POSTED', kind: null, damaged: true }),
    )
  })

  test('an intent for another server is not asked for here, and its note is kept', async () => {
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    const { state } = workplace
    const { database } = state
    Object.assign(state, { database: { ...database, system: '7111111111111111111' } })
    try {
      expect(await onlyRecovery()).toMatchObject({ outcome: 'ELSEWHERE', amount: '1', maker: null })
    } finally {
      Object.assign(state, { database })
    }
    expect(await onlyRecovery()).toMatchObject({ outcome: 'NOT_POSTED' })
  })

  test('somebody of another branch is told only that it is another branch’s', async () => {
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    await fromSecondBranch(workplace, 'teller')
    expect(await onlyRecovery()).toMatchObject({ outcome: 'ELSEWHERE', maker: null })
    expect(await workplace.as('teller').ask('postings.postDeposit', lost)).toMatchObject({ ok: true })
  })

  test('the slip is printed', async () => {
    const lost = newCashPosting(savings)
    await notedAndNeverSent(workplace, 'postings.postDeposit', lost)
    await branch.database.superuser.query('UPDATE branches SET address = $1', ['Hafenweg 3, Nordstadt'])
    const slip = await workplace.call('intents.exportSlip', { key: lost.key })
    expect(slip.fileName).toMatch(/^recovery-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.pdf$/)
    expect((await readPdf(slip.content)).text.split('\n')[1]).toBe('Hafenweg 3, Nordstadt')
  })
})

test('posted and settled at the same moment, the slip always says what the ledger says', async () => {
  const outcomes = new Map<string, string>()
  for (let round = 0; round < 12; round += 1) {
    const inputs = Array.from({ length: 4 }, () => newTransfer(savings, current, { amount: '0.01' }))
    const settling = inputs.map(async ({ key }) => {
      const { rows } = await branch
        .pool('supervisor')
        .query<{ outcome: string }>(`SELECT settle_intent($1, $2) ->> 'outcome' AS outcome`, [
          key,
          branch.staff.teller.id,
        ])
      outcomes.set(key, rows[0]?.outcome ?? '')
    })
    const posting = inputs.map((input) => workplace.ask('postings.postTransfer', input))
    await Promise.all([...settling, ...posting])
  }
  const { rows } = await branch.database.superuser.query<{ key: string }>(
    `SELECT idempotency_key AS key FROM transactions WHERE idempotency_key = ANY ($1) AND status = 'COMPLETED'`,
    [[...outcomes.keys()]],
  )
  const told = [...outcomes].filter(([, outcome]) => outcome === 'POSTED').map(([key]) => key)
  expect(rows.map(({ key }) => key).toSorted()).toEqual(told.toSorted())
  expect(new Set(outcomes.values()).size).toBeGreaterThan(0)
})
