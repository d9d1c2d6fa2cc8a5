import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CallOutput } from '../../shared/contract.ts'
import { toDecimal, fromLedger } from '../../shared/money.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { openDate } from '../support/days.ts'
import { closeTill, openTill, post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { readPdf } from '../print/read-pdf.ts'
import { cashAccountOf } from '../support/tills.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Closing a day is a proof: computed from one snapshot, kept with its hash, printed from what was kept. */

const workplace = await workplaceForFile({ vault: '10000.00' })
const { branch } = workplace
const { superuser } = branch.database
const date = await openDate(branch)
const account = await openNewCustomersAccount(branch)
await openTill(branch.pool('teller'), branch.tills[0], '500')
const cash = await cashAccountOf(branch, branch.tills[0])
await post(branch.pool('teller'), 'DEPOSIT', cash, account, '120.50')
await post(branch.pool('teller'), 'WITHDRAWAL', account, cash, '20.50')

type Proof = CallOutput<'branches.readProof'>
const proof = (businessDate = date) => workplace.call('branches.readProof', { businessDate })
const close = () => workplace.as('supervisor').ask('branches.closeDay', {})
const figuresOf = ({ accounts }: Proof) =>
  accounts
    .filter(({ kind, closing }) => kind !== 'TELLER_CASH' || closing !== '0.00')
    .map(({ kind, name, opening, paidIn, paidOut, closing, standsAt }) => [
      name ?? kind,
      opening,
      paidIn,
      paidOut,
      closing,
      standsAt,
    ])
const print = async (businessDate = date) => {
  const { content, fileName } = await workplace.call('branches.exportProof', { businessDate, format: 'PDF' })
  return { ...(await readPdf(content)), fileName }
}
/** What the preview of its paper says. */
const looked = async () => {
  await workplace.call('printers.preview', { paper: { of: 'PROOF', businessDate: date } })
  const [kept] = workplace.state.session?.prepared.looked.values() ?? []
  return (await readPdf(kept?.pdf ?? new Uint8Array())).text
}
const moveTo = (address: string) =>
  superuser.query('UPDATE branches SET address = $2 WHERE id = $1', [branch.id, address])
const vaultOffBy = (change: string) =>
  superuser.query(
    `UPDATE balances SET ledger_balance = ledger_balance ${change} WHERE account_id = branch_account($1, 'VAULT')`,
    [branch.id],
  )

test('before closing, a supervisor sees what the day waits for, and nothing of a till that could still be counted', async () => {
  workplace.as('supervisor')
  const seen = await proof()
  expect(seen).toMatchObject({ state: 'OPEN', openTills: ['Till 1'], jobs: [], lapsing: 0, hash: null })
  expect(figuresOf(seen)).toEqual([
    ['VAULT', '0.00', '10000.00', '500.00', '9500.00', '9500.00'],
    ['Till 1', '0.00', null, null, null, null],
    ['SUSPENSE', '0.00', '10000.00', '0.00', '10000.00', '10000.00'],
  ])
  workplace.as('auditor')
  expect(figuresOf(await proof())).toContainEqual(['Till 1', '0.00', '620.50', '20.50', '600.00', '600.00'])
  expect(await close()).toMatchObject({ ok: false, error: { code: 'TILLS_STILL_OPEN' } })
})

test('an account that does not stand where its entries lead keeps the day open, by its name and figures', async () => {
  await closeTill(branch.pool('teller'), '600')
  await vaultOffBy('+ 0.01')
  expect(await close()).toMatchObject({
    ok: false,
    error: {
      code: 'DAY_NOT_PROVEN',
      details: {
        account: expect.stringMatching(/^Vault \d{10}$/),
        expected: '10100.00',
        found: '10100.01',
        currency: 'USD',
      },
    },
  })
  expect(await openDate(branch)).toBe(date)
  await vaultOffBy('- 0.01')
  await superuser.query("INSERT INTO job_runs (kind, branch_id, business_date) VALUES ('IMPORT', $1, $2)", [
    branch.id,
    date,
  ])
  expect(await close()).toMatchObject({ error: { code: 'JOB_STILL_RUNS', details: { job: 'IMPORT' } } })
  await superuser.query("UPDATE job_runs SET status = 'DONE', finished_at = now()")
})

test('a posting whose entries do not make it up keeps the day open, by its reference', async () => {
  const alter = (by: string) =>
    superuser.query<{ reference: string }>(
      `UPDATE transactions SET amount = amount ${by} WHERE to_account_id = $1 RETURNING transaction_id AS reference`,
      [account],
    )
  await superuser.query('ALTER TABLE transactions DISABLE TRIGGER USER')
  const { reference } = only((await alter('+ 1')).rows)
  expect(await close()).toMatchObject({
    error: {
      code: 'DAY_NOT_PROVEN',
      details: { account: reference, expected: '121.50', found: '120.50', currency: 'USD' },
    },
  })
  await alter('- 1')
  await superuser.query('ALTER TABLE transactions ENABLE TRIGGER USER')
})

test('the closed day keeps its proof, and the paper shows accounts, tills, people, trial balance, and who closed it', async () => {
  await moveTo('Hafenweg 3, Nordstadt')
  expect(await close()).toMatchObject({ ok: true })
  const kept = await proof()
  expect(kept).toMatchObject({
    state: 'PROVED',
    openTills: [],
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(figuresOf(kept)).toContainEqual(['VAULT', '0.00', '10600.00', '500.00', '10100.00', '10100.00'])
  for (const { opening, paidIn, paidOut, closing, currency } of kept.accounts) {
    const minor = (text: string | null) => fromLedger(text ?? '0', currency).minor
    expect(toDecimal({ minor: minor(opening) + minor(paidIn) - minor(paidOut), currency })).toBe(closing)
  }
  // It was only looked at: the first print is no copy.
  expect(await looked()).not.toContain('COPY')
  expect(await looked()).not.toContain('COPY')
  const { text, fileName } = await print()
  expect(fileName).toBe(`day-${date}.pdf`)
  for (const shown of [
    'supervisor Test',
    'teller Test',
    'Branch Nord',
    'Hafenweg 3, Nordstadt',
    '10,100.00',
    '120.50',
    'Trial balance',
    kept.hash ?? '',
  ])
    expect(text, shown).toContain(shown)
  expect(text).not.toContain('COPY')
  expect((await looked()).replace('COPY\n', '').replace(/Printed .*/, '')).toBe(
    text.replace(/Printed .*/, ''),
  )
  expect(await looked()).toContain('COPY')
  const { rows } = await superuser.query(
    "SELECT DISTINCT action FROM audit_logs WHERE resource_type = 'day_proofs' AND action IN ('VIEWED', 'EXPORTED') ORDER BY action",
  )
  expect(rows).toEqual([{ action: 'EXPORTED' }, { action: 'VIEWED' }])
  // Where the branch has been since is on none of its earlier papers.
  await moveTo('Am Markt 1, Nordstadt')
})

test('what is printed again is a copy of what was kept, and the exported file has the hash of the paper', async () => {
  const { content, mediaType } = await workplace.call('branches.exportProof', {
    businessDate: date,
    format: 'JSON',
  })
  const kept = await proof()
  expect(mediaType).toBe('application/json')
  expect(createHash('sha256').update(content).digest('hex')).toBe(kept.hash)
  const copy = (await print()).text.split('\n')
  expect(copy.filter((line) => /^COPY$|Nordstadt/.test(line)).toSorted()).toEqual([
    'COPY',
    'Hafenweg 3, Nordstadt',
  ])
  workplace.as('auditor')
  expect((await print()).text).toContain('COPY')
  const { rows } = await superuser.query<{ details: { after: { hash: string; content?: unknown } } }>(
    "SELECT details FROM audit_logs WHERE action = 'PROVED'",
  )
  expect(only(rows).details.after).toEqual({ id: expect.any(String), hash: `\\x${kept.hash}` })
})

test('the next day begins where the proof ended, and one that does not is refused', async () => {
  await workplace.as('supervisor').call('branches.openDay', { businessDate: await nextDate() })
  const today = await openDate(branch)
  expect(figuresOf(await proof(today))).toContainEqual([
    'VAULT',
    '10100.00',
    '0.00',
    '0.00',
    '10100.00',
    '10100.00',
  ])
  await superuser.query('ALTER TABLE day_proofs DISABLE TRIGGER USER')
  const falsify = (to: string) =>
    superuser.query(
      `UPDATE day_proofs SET content = replace(content::text, '"closing": "10100.00"', $1)::jsonb`,
      [`"closing": "${to}"`],
    )
  await falsify('10100.10')
  expect(await close()).toMatchObject({
    error: { code: 'DAY_NOT_PROVEN', details: { expected: '10100.10', found: '10100.00' } },
  })
  await expect(
    workplace.ask('branches.exportProof', { businessDate: date, format: 'PDF' }),
  ).resolves.toMatchObject({
    error: { code: 'PROOF_DAMAGED' },
  })
  await superuser.query(
    `UPDATE day_proofs SET content = replace(content::text, '"closing": "10100.10"', '"closing": "10100.00"')::jsonb`,
  )
  await superuser.query('ALTER TABLE day_proofs ENABLE TRIGGER USER')
  expect(await close()).toMatchObject({ ok: true })
})

test('nobody changes or removes what was kept', async () => {
  for (const change of ['UPDATE day_proofs SET hash = sha256(hash)', 'DELETE FROM day_proofs'])
    await expect(superuser.query(change)).rejects.toMatchObject({ constraint: 'APPEND_ONLY' })
})

const nextDate = async () =>
  only(
    (await superuser.query<{ date: string }>('SELECT latest_business_date($1)::text AS date', [branch.id]))
      .rows,
  ).date
