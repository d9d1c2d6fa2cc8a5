import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../print/read-pdf.ts'
import { balanceOf, changeAccount, internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { booksFaults } from '../support/branch.ts'
import { setLimits } from '../support/limits.ts'
import { asBytes, csvOf, finish, payerAndPayees, postFile, previewed } from '../support/payments.ts'
import { newTransfer } from '../support/postings.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { rowsRead } from '../support/rows-read.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '10000000.00' })
const { branch } = workplace
const { superuser } = branch.database

/** Limits that no file here is above. */
const HIGH = { perPosting: '50000', perPersonDay: '9000000', perAccountDay: '9000000' }

/** A file of so many payments that was taken: 1.00, 2.00 and so on. */
const many = async (count: number) => {
  const { payer, numbers } = await payerAndPayees(branch, '100000.00', 1)
  const lines = Array.from({ length: count }, (_, at) => [numbers[0] ?? '', `${at + 1}.00`] as const)
  const begun = await previewed(workplace, payer, csvOf(lines))
  return { payer, file: await workplace.as('teller').call('payments.begin', begun) }
}

/** What closing the day asks of the jobs of the branch. */
const closing = () =>
  superuser.query('SELECT require_nothing_waits(d) FROM business_days d WHERE d.branch_id = $1', [branch.id])

/** What is held of an account, and how much of it can still be drawn. */
const heldOf = async (account: string) => {
  const { rows } = await superuser.query(
    `SELECT b.held, b.available_balance AS available, coalesce((SELECT sum(h.amount) FROM holds h
      WHERE h.account_id = b.account_id AND h.released_at IS NULL), 0.00) AS holds FROM balances b WHERE b.account_id = $1`,
    [account],
  )
  return rows[0]
}

const perTransfer = (flat: string, percent = '0.0000') => ({
  type: 'TRANSFER',
  minimum: null,
  maximum: '5.00',
  steps: [{ above: '0.00', flat, percent }],
})

const chosen = (accountId: string, text: string) => ({
  accountId,
  fileName: 'salaries.csv',
  content: asBytes(text),
})

/** A payer whose product charges each transfer, and three payees. */
const charged = async (balance: string, flat = '0.50', percent?: string) => {
  const made = await payerAndPayees(branch, balance, 3)
  await setProduct(branch, made.payer, await addProduct(branch, { fees: [perTransfer(flat, percent)] }))
  return made
}

describe('a list of files', () => {
  test('says what became of files that have ended without reading their lines', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
    const { file } = await many(60)
    const list = async () => {
      const { files } = await workplace.as('teller').call('payments.list', {})
      return files.find(({ id }) => id === file.id)
    }
    const readLines = () => rowsRead(branch.pool('teller'), 'payment_lines', 'SELECT list_payments()')
    const whileRunning = await readLines()
    expect(whileRunning).toBeGreaterThanOrEqual(60)
    await finish(workplace, file)
    expect(await list()).toMatchObject({ status: 'DONE', posted: 60, postedTotal: '1830.00', refused: 0 })
    expect(await readLines()).toBeLessThanOrEqual(whileRunning - 60)
  })
})

describe('a job that posts a file', () => {
  test('goes on where it stopped, also by somebody else, and posts nothing twice', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
    const { payer, file } = await many(120)
    await branch.pool('teller').query('SELECT advance_payments($1, 50)', [file.id])
    const [newest] = (await workplace.as('teller').call('payments.list', {})).files
    expect(newest).toMatchObject({ id: file.id, status: 'RUNNING', posted: 50 })
    // The answer of the next one is lost, and two go on at once.
    await Promise.all([
      branch.pool('teller').query('SELECT advance_payments($1, 50)', [file.id]),
      branch.pool('supervisor').query('SELECT advance_payments($1, 50)', [file.id]),
    ])
    const done = await finish(workplace, file)
    expect(done).toMatchObject({ status: 'DONE', posted: 120, postedTotal: '7260.00' })
    expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '92740.00' })
  })

  test('keeps the day from being closed, by the name of its file, until it has ended', async () => {
    const { file } = await many(2)
    await expect(closing()).rejects.toMatchObject({
      constraint: 'JOB_STILL_RUNS',
      detail: '{"job": "salaries.csv"}',
    })
    await finish(workplace, file)
    expect((await closing()).rowCount).toBe(1)
  })

  test('stops when it is cancelled: what is posted stays, and the list says what is not', async () => {
    const { file } = await many(60)
    await branch.pool('teller').query('SELECT advance_payments($1, 20)', [file.id])
    const stopped = await workplace.as('teller').call('payments.cancel', { id: file.id })
    expect(stopped).toMatchObject({ status: 'CANCELLED', posted: 20 })
    expect(await workplace.as('teller').call('payments.goOn', { id: file.id })).toMatchObject({ posted: 20 })
    const csv = await workplace.as('teller').call('payments.exportResult', { id: file.id, as: 'CSV' })
    const rows = new TextDecoder().decode(csv.content).trim().split('\r\n')
    expect(rows).toHaveLength(61)
    expect(rows.filter((row) => row.endsWith('"Not posted"'))).toHaveLength(40)
    await branch.database.superuser.query('UPDATE branches SET address = $1', ['Hafenweg 3, Nordstadt'])
    const pdf = await workplace.as('teller').call('payments.exportResult', { id: file.id, as: 'PDF' })
    const { text } = await readPdf(pdf.content)
    expect(text.split('\n')).toContain('Hafenweg 3, Nordstadt')
  })
})

test('a file says before it is sent whether it waits for a second person: by all that it posts, on both sides, and nothing else', async () => {
  await setLimits(branch, {
    transactionType: 'TRANSFER',
    perPosting: '1000',
    perPersonDay: '9000000',
    perAccountDay: '1000',
  })
  const [one, another] = [
    await payerAndPayees(branch, '5000.00', 2),
    await payerAndPayees(branch, '5000.00', 1),
  ]
  const [paid = '', closed = ''] = one.numbers
  await changeAccount(branch.pool('supervisor'), 'close', one.ids[1] ?? '')
  const exceeded = async (payer: string, text: string) =>
    (await workplace.as('teller').call('payments.preview', chosen(payer, text))).exceeded
  const within = csvOf([
    [paid, '900.00'],
    [closed, '900.00'],
  ])
  expect(await exceeded(one.payer, within)).toBeNull()
  expect(await postFile(workplace, one.payer, within)).toMatchObject({ status: 'DONE', posted: 1 })
  const above = csvOf([[paid, '200.00']])
  expect(await exceeded(another.payer, above)).toBe('ACCOUNT_DAY')
  expect(await postFile(workplace, another.payer, above)).toMatchObject({ status: 'WAITING' })
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
})

test('a file that pays onto a dormant account waits for nobody who takes a fee', async () => {
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
  const { payer, ids, numbers } = await payerAndPayees(branch, '100.00', 2)
  await superuser.query(`UPDATE accounts SET status = 'INACTIVE' WHERE id = $1`, [ids[0]])
  const lines = numbers.map((number) => [number, '10.00'] as const)
  const { id } = await workplace
    .as('teller')
    .call('payments.begin', await previewed(workplace, payer, csvOf(lines)))
  const charging = await superuser.connect()
  try {
    await charging.query('BEGIN')
    await charging.query('SELECT FROM balances WHERE account_id = $1 FOR UPDATE', [
      await internalAccount(branch, 'FEE_INCOME'),
    ])
    expect(await workplace.as('teller').call('payments.goOn', { id })).toMatchObject({ posted: 2 })
  } finally {
    await charging.query('ROLLBACK')
    charging.release()
  }
})

describe('what a file pays', () => {
  test('is held from when it is taken until each line is posted: another withdrawal in between makes none fail', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
    const { payer, numbers } = await payerAndPayees(branch, '1000.00', 3)
    const lines = numbers.map((number) => [number, '300.00'] as const)
    const begun = await previewed(workplace, payer, csvOf(lines))
    const { id } = await workplace.as('teller').call('payments.begin', begun)
    expect(await heldOf(payer)).toEqual({ held: '900.00', available: '100.00', holds: '900.00' })
    const other = await openNewCustomersAccount(branch)
    const draw = () =>
      workplace.as('supervisor').ask('postings.postTransfer', newTransfer(payer, other, { amount: '150' }))
    expect(await draw()).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } })
    await branch.pool('teller').query('SELECT advance_payments($1, 1)', [id])
    expect(await heldOf(payer)).toEqual({ held: '600.00', available: '100.00', holds: '600.00' })
    expect(await draw()).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } })
    const done = await workplace.as('teller').call('payments.goOn', { id })
    expect(done).toMatchObject({ status: 'DONE', posted: 3, refused: 0 })
    expect(await heldOf(payer)).toEqual({ held: '0.00', available: '100.00', holds: '0.00' })
    const { holds } = await workplace.as('teller').call('accounts.listHolds', { accountId: payer })
    expect(holds).toHaveLength(1)
  })

  test('is free again when it is stopped, and for a line that is refused', async () => {
    const { payer, ids, numbers } = await payerAndPayees(branch, '1000.00', 3)
    const lines = numbers.map((number) => [number, '200.00'] as const)
    const begun = await previewed(workplace, payer, csvOf(lines))
    const { id } = await workplace.as('teller').call('payments.begin', begun)
    await changeAccount(branch.pool('supervisor'), 'freeze', ids[0] ?? '')
    await branch.pool('teller').query('SELECT advance_payments($1, 2)', [id])
    expect(await heldOf(payer)).toEqual({ held: '200.00', available: '600.00', holds: '200.00' })
    await workplace.as('teller').call('payments.cancel', { id })
    expect(await heldOf(payer)).toEqual({ held: '0.00', available: '800.00', holds: '0.00' })
  })

  test('is held as far as it is there: the lines for which it does not suffice are refused, and the others are not', async () => {
    const { payer, numbers } = await payerAndPayees(branch, '500.00', 3)
    const lines = numbers.map((number) => [number, '200.00'] as const)
    const begun = await previewed(workplace, payer, csvOf(lines))
    const { id } = await workplace.as('teller').call('payments.begin', begun)
    expect(await heldOf(payer)).toEqual({ held: '500.00', available: '0.00', holds: '500.00' })
    expect(await workplace.as('teller').call('payments.goOn', { id })).toMatchObject({
      posted: 2,
      refused: 1,
    })
    expect(await heldOf(payer)).toEqual({ held: '0.00', available: '100.00', holds: '0.00' })
  })

  test('opposing files and transfers go on beside each other without a deadlock', async () => {
    const { payer, payerNumber, ids, numbers } = await payerAndPayees(branch, '1000.00', 4)
    const [one = ''] = ids
    const out = await previewed(
      workplace,
      payer,
      csvOf(numbers.flatMap((number) => Array.from({ length: 20 }, () => [number, '1.00'] as const))),
    )
    const { id } = await workplace.as('teller').call('payments.begin', out)
    await workplace.as('supervisor').call('postings.postTransfer', newTransfer(payer, one, { amount: '50' }))
    const back = csvOf(Array.from({ length: 20 }, () => [payerNumber, '1.00'] as const))
    const { id: other } = await workplace
      .as('teller')
      .call('payments.begin', await previewed(workplace, one, back))
    const steps = Array.from({ length: 8 }, () => [
      branch.pool('teller').query('SELECT advance_payments($1, 10)', [id]),
      branch.pool('supervisor').query('SELECT advance_payments($1, 5)', [other]),
      workplace.as('teller2').ask('postings.postTransfer', newTransfer(one, payer, { amount: '1' })),
    ])
    await Promise.all(steps.flat())
    expect(await workplace.as('teller').call('payments.read', { id })).toMatchObject({
      file: { status: 'DONE', posted: 80, refused: 0 },
    })
    expect(await booksFaults(branch.database)).toEqual([])
  })
})

test('a payment of a file that went to the wrong account is reversed like another posting, by two people', async () => {
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
  const { payer, ids, numbers } = await payerAndPayees(branch)
  const done = await postFile(workplace, payer, csvOf(numbers.map((number) => [number, '60.00'])))
  const { lines } = await workplace.as('teller').call('payments.read', { id: done.id })
  const { rows } = await superuser.query('SELECT id FROM transactions WHERE transaction_id = $1', [
    lines[0]?.posting,
  ])
  const reversal = newReversal(rows[0]?.id, { reasonCode: 'WRONG_ACCOUNT' })
  const asked = await workplace.as('teller').call('postings.reverse', reversal)
  expect(asked).toMatchObject({ posting: null, waits: { because: 'OTHER_PERSON' } })
  expect(await balanceOf(branch, ids[0] ?? '')).toMatchObject({ ledger: '60.00' })
  expect(await approveAs(workplace, 'teller', reversal.key)).toMatchObject({ ok: false })
  expect(await approveAs(workplace, 'supervisor', reversal.key)).toMatchObject({
    value: { status: 'APPROVED' },
  })
  expect(await balanceOf(branch, ids[0] ?? '')).toMatchObject({ ledger: '0.00' })
  expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '940.00' })
  const undone = await superuser.query(
    'SELECT actor, created_by, cause_type, reason_code FROM transactions WHERE reversal_of = $1',
    [rows[0]?.id],
  )
  expect(undone.rows).toEqual([
    { actor: 'CORRECTION', created_by: null, cause_type: 'APPROVAL', reason_code: 'WRONG_ACCOUNT' },
  ])
  expect(await booksFaults(branch.database)).toEqual([])
})

describe('what a file costs', () => {
  test('is shown before it is taken, held with it, decided with it, and posted once for the lines that were posted', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '100' })
    const { payer, ids, numbers } = await charged('1000.00', '0.50', '1.0000')
    const text = csvOf([...numbers.map((number) => [number, '100.00'] as const), ['4017000001', '9.00']])
    const shown = await workplace.as('teller').call('payments.preview', chosen(payer, text))
    expect(shown).toMatchObject({ total: '300.00', fee: '4.50' })
    const begun = await previewed(workplace, payer, text)
    const file = await workplace.as('teller').call('payments.begin', begun)
    expect(file).toMatchObject({ status: 'WAITING', fee: '4.50', feePosted: '0.00', feePosting: null })
    expect(await balanceOf(branch, payer)).toEqual({ ledger: '1000.00', available: '695.50' })
    expect((await shownTo(workplace, 'supervisor', file.id)).facts).toMatchObject({
      fee: '4.50',
      held: '304.50',
    })
    await approveAs(workplace, 'supervisor', file.id)
    await changeAccount(branch.pool('supervisor'), 'freeze', ids[1] ?? '')
    const done = await finish(workplace, { ...file, status: 'RUNNING' })
    expect(done).toMatchObject({ status: 'DONE', posted: 2, refused: 1, feePosted: '3.00' })
    expect(await balanceOf(branch, payer)).toEqual({ ledger: '797.00', available: '797.00' })
    const { rows } = await superuser.query(
      `SELECT t.transaction_type, t.amount, t.actor, t.cause_type, t.created_by, t.description, a.account_type AS to_type
        FROM transactions t JOIN accounts a ON a.id = t.to_account_id WHERE t.transaction_id = $1`,
      [done.feePosting],
    )
    expect(rows).toEqual([
      {
        transaction_type: 'FEE',
        amount: '3.00',
        actor: 'JOB',
        cause_type: 'JOB',
        created_by: null,
        description: 'Fee for 2 payments of salaries.csv',
        to_type: 'FEE_INCOME',
      },
    ])
    // Going on with a file that has ended charges nothing more.
    await workplace.as('teller').call('payments.goOn', { id: file.id })
    expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '797.00' })
    expect(await booksFaults(branch.database)).toEqual([])
  })

  test('is left on the account: a line that would take it is refused', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
    const { payer, numbers } = await charged('300.00')
    const text = csvOf(numbers.map((number) => [number, '100.00']))
    const done = await finish(
      workplace,
      await workplace.as('teller').call('payments.begin', await previewed(workplace, payer, text)),
    )
    expect(done).toMatchObject({ posted: 2, refused: 1, feePosted: '1.00' })
    expect(await balanceOf(branch, payer)).toEqual({ ledger: '99.00', available: '99.00' })
  })

  test('of a file that is stopped is that of the lines that were posted', async () => {
    const { payer, numbers } = await charged('1000.00')
    const text = csvOf(numbers.map((number) => [number, '100.00']))
    const { id } = await workplace
      .as('teller')
      .call('payments.begin', await previewed(workplace, payer, text))
    await branch.pool('teller').query('SELECT advance_payments($1, 1)', [id])
    const stopped = await workplace.as('teller').call('payments.cancel', { id })
    expect(stopped).toMatchObject({ status: 'CANCELLED', posted: 1, feePosted: '0.50' })
    expect(await balanceOf(branch, payer)).toEqual({ ledger: '899.50', available: '899.50' })
  })

  test('that is not what was shown is not taken', async () => {
    const { payer, numbers } = await charged('1000.00')
    const begun = await previewed(workplace, payer, csvOf([[numbers[0] ?? '', '5.00']]), { fee: '0.00' })
    expect(await workplace.as('teller').ask('payments.begin', begun)).toMatchObject({
      error: { code: 'CHANGED_MEANWHILE' },
    })
  })
})

describe('a file above a limit', () => {
  test('holds what it pays while it waits, and after it was declined no longer', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '100' })
    for (const end of ['approve', 'decline'] as const) {
      const { payer, numbers } = await payerAndPayees(branch)
      const begun = await previewed(workplace, payer, csvOf(numbers.map((number) => [number, '60.00'])))
      const { id } = await workplace.as('teller').call('payments.begin', begun)
      expect(await balanceOf(branch, payer)).toEqual({ ledger: '1000.00', available: '880.00' })
      const { holds } = await workplace.as('teller').call('accounts.listHolds', { accountId: payer })
      expect(holds).toMatchObject([
        { kind: 'PAYMENTS', amount: '120.00', reason: 'Payments of salaries.csv', releasedAt: null },
      ])
      expect((await shownTo(workplace, 'supervisor', id)).facts).toMatchObject({
        held: '120.00',
        fromAvailable: '1000.00',
        otherNames: 2,
      })
      if (end === 'approve') await approveAs(workplace, 'supervisor', id)
      else await workplace.as('supervisor').call('approvals.decline', { approvalId: id, reason: 'Not ours' })
      const available = end === 'approve' ? '880.00' : '1000.00'
      expect(await balanceOf(branch, payer)).toEqual({ ledger: '1000.00', available })
    }
  })

  test('waits as a whole for a second person, who sees its number, sum and hash', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '100' })
    const { payer, ids, numbers } = await payerAndPayees(branch)
    const begun = await previewed(workplace, payer, csvOf(numbers.map((number) => [number, '60.00'])))
    const waiting = await workplace.as('teller').call('payments.begin', begun)
    expect(waiting).toMatchObject({ status: 'WAITING', posted: 0 })
    expect(await workplace.as('teller').call('payments.goOn', { id: waiting.id })).toMatchObject({
      posted: 0,
    })
    const { facts } = await shownTo(workplace, 'supervisor', waiting.id)
    expect(facts).toMatchObject({
      payments: 2,
      amount: '120.00',
      fileHash: waiting.fileHash,
      fileName: 'salaries.csv',
      exceeded: 'PER_POSTING',
    })
    expect(await approveAs(workplace, 'supervisor', waiting.id)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    const [file] = (await workplace.as('teller').call('payments.list', {})).files
    expect(file).toMatchObject({ id: waiting.id, status: 'RUNNING' })
    expect(
      await finish(workplace, waiting.status === 'WAITING' && file !== undefined ? file : waiting),
    ).toMatchObject({
      status: 'DONE',
      posted: 2,
    })
    for (const id of ids) expect(await balanceOf(branch, id)).toMatchObject({ ledger: '60.00' })
  })

  test('is not split: small files of one person add up over the day', async () => {
    await setLimits(branch, {
      transactionType: 'TRANSFER',
      perPosting: '100',
      perPersonDay: '9000000',
      perAccountDay: '150',
    })
    const { payer, numbers } = await payerAndPayees(branch, '1000.00', 2)
    const statuses = []
    for (const number of numbers) {
      const begun = await previewed(workplace, payer, csvOf([[number, '90.00']]))
      statuses.push((await workplace.as('teller').call('payments.begin', begun)).status)
    }
    expect(statuses).toEqual(['RUNNING', 'WAITING'])
  })

  test('that is declined is dropped, and can be brought again', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '1' })
    const { payer, numbers } = await payerAndPayees(branch)
    const begun = await previewed(workplace, payer, csvOf([[numbers[0] ?? '', '60.00']]))
    const { id } = await workplace.as('teller').call('payments.begin', begun)
    await workplace.as('supervisor').call('approvals.decline', { approvalId: id, reason: 'Ask the employer' })
    expect((await workplace.as('teller').call('payments.read', { id })).file.status).toBe('DROPPED')
    const again = { ...begun, key: randomUUID() }
    expect(await workplace.as('teller').call('payments.begin', again)).toMatchObject({ status: 'WAITING' })
  })
})

test('a stolen token brings no file onto or from the bank’s own accounts, nor more than it says', async () => {
  const { payer, numbers } = await payerAndPayees(branch)
  const vault = await internalAccount(branch, 'VAULT')
  const { rows } = await superuser.query('SELECT account_number FROM accounts WHERE id = $1', [vault])
  const begin = (from: string, number: string, amount: string, total: string) =>
    branch
      .pool('teller')
      .query(`SELECT begin_payments($1, $2, 'x.csv', 'CSV', sha256($3), NULL, NULL, 1, $4, $5)`, [
        randomUUID(),
        from,
        Buffer.from(randomUUID()),
        total,
        JSON.stringify([
          { line: 1, account: number, amount, name: '', reference: '', refusal: null, facts: null },
        ]),
      ])
  await expect(begin(payer, rows[0]?.account_number, '5', '5')).rejects.toThrow('CHANGED_MEANWHILE')
  await expect(begin(vault, numbers[0] ?? '', '5', '5')).rejects.toThrow('ACCOUNT_NOT_FOUND')
  await expect(begin(payer, numbers[0] ?? '', '5000', '1')).rejects.toThrow('CHANGED_MEANWHILE')
  await expect(begin(payer, numbers[0] ?? '', '-5', '-5')).rejects.toThrow('AMOUNT_NEGATIVE')
  await expect(begin(payer, numbers[0] ?? '', 'NaN', 'NaN')).rejects.toThrow('AMOUNT_NOT_A_NUMBER')
})
