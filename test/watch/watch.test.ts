import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../print/read-pdf.ts'
import { openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { approvedCustomer, registerCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { setLimits, withoutLimits } from '../support/limits.ts'
import { openTill } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { type NewPresenter as Presenter, passport, raisedAlert, stranger } from '../support/presenters.ts'
import { newReversal } from '../support/reversals.ts'
import { fromSecondBranch, secondBranch } from '../support/second-branch.ts'
import { uploadDocument } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile({ vault: '3000000.00', tillsAreMadeUp: true })
const { branch } = workplace
const { superuser } = branch.database

/** The second branch is a day behind: what is split over days is posted there first. */
beforeAll(async () => {
  await withoutLimits(branch)
  await ensureOpenTill(branch, branch.staff.teller, 0, '500000')
  await ensureOpenTill(branch, branch.staff.teller2, 1, '500000')
  const other = await secondBranch(branch)
  const today = await openDate(branch)
  await superuser.query(`UPDATE business_days SET business_date = $2::date - 1 WHERE branch_id = $1`, [
    other.id,
    today,
  ])
  await openTill(other.pool('teller'), other.till, '0')
  await superuser.query(
    `INSERT INTO posting_limits (role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from)
      SELECT role, transaction_type, currency, 9999999999999, 9999999999999, 9999999999999, '0001-01-02'
      FROM posting_limits WHERE branch_id IS NULL AND currency = 'USD' AND role = 'TELLER'`,
  )
})

const account = () => openNewCustomersAccount(branch)
const deposit = (who: TestWorkplace, accountId: string, amount: string, presenter?: Presenter) =>
  who.call('postings.postDeposit', newCashPosting(accountId, { amount, ...(presenter && { presenter }) }))
const withdraw = (accountId: string, amount: string, presenter?: Presenter) =>
  workplace
    .as('teller')
    .call('postings.postWithdrawal', newCashPosting(accountId, { amount, ...(presenter && { presenter }) }))
const refusedFor = (accountId: string, amount: string, presenter?: Presenter) =>
  workplace
    .as('teller')
    .ask('postings.postDeposit', newCashPosting(accountId, { amount, ...(presenter && { presenter }) }))

/** The alerts that wait about somebody, by name. */
async function alertsAbout(name: string) {
  const { alerts } = await workplace.as('auditor').call('watch.listAlerts', { open: true })
  return alerts.filter(({ person }) => person.name === name)
}
const nameOf = async (customerId: string, last = stranger().name) => {
  await superuser.query('UPDATE customers SET last_name = $2 WHERE id = $1', [customerId, last])
  return `Ana ${last}`
}

describe('cash counts for the person at the counter', () => {
  test('who brings it to the accounts of three customers, over two tills: one alert with all three postings', async () => {
    const bo = stranger()
    await deposit(workplace.as('teller'), await account(), '4000', bo)
    await deposit(workplace.as('teller2'), await account(), '4000', { ...bo, onBehalfOf: 'Acme Ltd' })
    expect(await alertsAbout(bo.name)).toEqual([])
    await deposit(workplace.as('teller'), await account(), '4000', bo)
    const [alert, ...others] = await alertsAbout(bo.name)
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      kind: 'REPORT',
      isIn: true,
      cashIn: '12000.00',
      cashOut: '0.00',
      postings: 3,
    })
    const read = await workplace.as('auditor').call('watch.readAlert', { alertId: alert?.id ?? '' })
    expect(read.behind.map(({ amount, till, presenter }) => [amount, till, presenter?.name])).toEqual([
      ['4000.00', 'Till 1', bo.name],
      ['4000.00', 'Till 2', bo.name],
      ['4000.00', 'Till 1', bo.name],
    ])
  })
  test('and not for the holder: whose own cash stays below the threshold', async () => {
    const id = await approvedCustomer(branch)
    const name = await nameOf(id)
    const own = await openAccount(branch, id)
    await deposit(workplace.as('teller'), own, '9000')
    await deposit(workplace.as('teller'), own, '9000', stranger())
    expect(await alertsAbout(name)).toEqual([])
    await deposit(workplace.as('teller'), own, '1000.01')
    expect(await alertsAbout(name)).toMatchObject([{ cashIn: '10000.01', postings: 2 }])
  })
  test('in and out apart, and at the threshold itself there is no alert', async () => {
    const id = await approvedCustomer(branch)
    const name = await nameOf(id)
    const own = await openAccount(branch, id)
    await deposit(workplace.as('teller'), own, '10000')
    await withdraw(own, '9000')
    expect(await alertsAbout(name)).toEqual([])
    await withdraw(own, '999.99')
    expect(await alertsAbout(name)).toEqual([])
    await withdraw(await openAccountWithMoney(id), '0.02')
    expect(await alertsAbout(name)).toMatchObject([{ isIn: false, cashIn: '10000.00', cashOut: '10000.01' }])
  })
  test.each([
    [
      'the name in other case, spacing and order',
      ({ name, ...rest }) => ({
        ...rest,
        document: null,
        name: `  ${name.split(' ').toReversed().join('   ').toUpperCase()}`,
      }),
    ],
    [
      'the same document in another spelling under another name',
      (bo, paper) => ({
        ...bo,
        name: 'Someone Else',
        document: { ...paper, number: paper.number.toLowerCase().replace(' ', '-') },
      }),
    ],
    [
      'another document under the same name and birth',
      (bo, paper) => ({
        ...bo,
        document: { ...paper, type: 'NATIONAL_ID', number: `${paper.number}9` },
      }),
    ],
  ] as [string, (bo: ReturnType<typeof stranger>, paper: ReturnType<typeof passport>) => Presenter][])(
    'is the same person by %s',
    async (_, again) => {
      const paper = passport()
      const bo = stranger({ document: paper })
      await deposit(workplace.as('teller'), await account(), '2500', again(bo, paper))
      await deposit(workplace.as('teller'), await account(), '8000', bo)
      expect(await alertsAbout(bo.name)).toMatchObject([{ cashIn: '10500.00', postings: 2 }])
    },
  )
  test('a holder today and somebody else tomorrow is one person: chosen as a customer, or by the document on record', async () => {
    const id = await registerCustomer(branch.pool('teller'), { lastName: 'Onepersson' })
    const document = await uploadDocument(branch.database, branch.staff.teller, id, 'PASSPORT')
    const { rows } = await superuser.query<{ number: string }>(
      'SELECT document_number AS number FROM kyc_documents WHERE id = $1',
      [document],
    )
    const shown = rows[0]?.number.toUpperCase().replace(/(....)/, '$1-') ?? ''
    await superuser.query(`UPDATE customers SET kyc_status = 'APPROVED' WHERE id = $1`, [id])
    await deposit(workplace.as('teller'), await openAccount(branch, id), '5000')
    await deposit(workplace.as('teller'), await account(), '3000', { customerId: id, onBehalfOf: null })
    await deposit(workplace.as('teller'), await account(), '3000', {
      ...stranger(),
      document: { type: 'PASSPORT', number: shown, country: 'SE' },
    })
    expect(await alertsAbout('Ana Onepersson')).toMatchObject([{ cashIn: '11000.00', postings: 3 }])
  })
  test('somebody who becomes a customer afterwards stays the same person', async () => {
    const bo = stranger({ name: 'Cleo Latecomer' })
    await deposit(workplace.as('teller'), await account(), '9000', bo)
    const id = await registerCustomer(branch.pool('teller'), {
      firstName: 'Cleo',
      lastName: 'Latecomer',
      dateOfBirth: bo.dateOfBirth,
    })
    await superuser.query(`UPDATE customers SET kyc_status = 'APPROVED' WHERE id = $1`, [id])
    await deposit(workplace.as('teller'), await openAccount(branch, id), '2000')
    expect(await alertsAbout('Cleo Latecomer')).toMatchObject([
      { cashIn: '11000.00', postings: 2, person: { customerId: id } },
    ])
  })
  test('a posting that is reversed no longer counts, and what waits counts when it is approved, for whoever stood there', async () => {
    const bo = stranger()
    const undone = await deposit(workplace.as('teller'), await account(), '9000', bo)
    await workplace.as('teller').call('postings.reverse', newReversal(undone.id))
    await deposit(workplace.as('teller'), await account(), '9000', bo)
    expect(await alertsAbout(bo.name)).toEqual([])
    await setLimits(branch, {
      perPosting: '9000',
      perPersonDay: '9999999999999',
      perAccountDay: '9999999999999',
    })
    const dropped = await deposit(workplace.as('teller'), await account(), '9500', bo)
    await workplace.as('teller').call('approvals.withdraw', { approvalId: dropped.id })
    const waiting = await deposit(workplace.as('teller'), await account(), '9600', bo)
    expect(waiting).toMatchObject({ status: 'PENDING', presenter: { name: bo.name } })
    expect((await shownTo(workplace, 'supervisor', waiting.id)).facts).toMatchObject({ presenter: bo.name })
    expect(await alertsAbout(bo.name)).toEqual([])
    await approveAs(workplace, 'supervisor', waiting.id)
    expect(await alertsAbout(bo.name)).toMatchObject([{ cashIn: '18600.00' }])
    await withoutLimits(branch)
  })
})

describe('cash that is split over days and branches', () => {
  test('is seen when it comes to the threshold: 9,000 yesterday at one branch, 1,000 today at another', async () => {
    const bo = stranger()
    const there = await fromSecondBranch(workplace, 'teller')
    await deposit(there, await account(), '9000', bo)
    expect(await alertsAbout(bo.name)).toEqual([])
    await deposit(workplace.as('teller'), await account(), '999.99', bo)
    expect(await alertsAbout(bo.name)).toEqual([])
    await deposit(workplace.as('teller'), await account(), '0.01', bo)
    await deposit(workplace.as('teller'), await account(), '5', bo)
    const [alert, ...others] = await alertsAbout(bo.name)
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: 'STRUCTURING', cashIn: '10005.00', postings: 4 })
    expect(alert?.firstDate).not.toBe(alert?.lastDate)
  })
  test('by two people who agreed other rules', async () => {
    const today = await openDate(branch)
    const key = randomUUID()
    await workplace.as('supervisor').call('watch.proposeRules', {
      key,
      currency: 'USD',
      identifyAbove: '3000',
      reportAbove: '10000',
      windowDays: 1,
      leastPostings: 2,
      sumShare: 100,
      validFrom: today,
    })
    expect(await approveAs(workplace, 'supervisor', key)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
    expect(await approveAs(workplace, 'supervisor2', key)).toMatchObject({ value: { status: 'APPROVED' } })
    expect((await workplace.as('auditor').call('watch.listRules', { currency: 'USD' })).rules).toMatchObject([
      { windowDays: 1, proposedBy: 'supervisor Test', decidedBy: 'supervisor2 Test', inForce: true },
    ])
    const bo = stranger()
    const there = await fromSecondBranch(workplace, 'teller')
    await deposit(there, await account(), '9000', bo)
    await deposit(workplace.as('teller'), await account(), '2000', bo)
    expect(await alertsAbout(bo.name)).toEqual([])
  })
})

describe('who stood at the counter', () => {
  test('stands on the receipt, and is part of what a key means', async () => {
    const bo = stranger({ onBehalfOf: 'Acme Ltd' })
    const input = newCashPosting(await account(), { amount: '20', presenter: bo })
    const posted = await workplace.as('teller').call('postings.postDeposit', input)
    const presenter = {
      name: bo.name,
      dateOfBirth: bo.dateOfBirth,
      document: bo.document,
      onBehalfOf: 'Acme Ltd',
    }
    expect(posted.presenter).toEqual(presenter)
    expect(await workplace.as('teller').call('postings.postDeposit', input)).toEqual(posted)
    expect(await workplace.as('auditor').call('postings.get', { transactionId: posted.id })).toMatchObject({
      presenter,
    })
    const { presenter: _, ...withoutHim } = input
    for (const other of [withoutHim, { ...input, presenter: { ...bo, onBehalfOf: null } }])
      expect(await workplace.as('teller').ask('postings.postDeposit', other)).toMatchObject({
        error: { code: 'KEY_REUSED' },
      })
  })
  test('without it the holder did, and nothing is asked for', async () => {
    const posted = await deposit(workplace.as('teller'), await account(), '20')
    expect(posted.presenter).toBeNull()
  })
  test('must be identified above the threshold of a day, whichever till: by a document, or as an approved customer', async () => {
    const bo = stranger({ document: null })
    await deposit(workplace.as('teller2'), await account(), '2000', bo)
    await deposit(workplace.as('teller'), await account(), '1000', bo)
    const own = await account()
    expect(await refusedFor(own, '0.01', bo)).toEqual({
      ok: false,
      error: { code: 'IDENTIFICATION_NEEDED', details: { amount: '3000.00', currency: 'USD' } },
    })
    const { key: _, ...asked } = newCashPosting(own, { amount: '0.01', presenter: bo })
    expect(await workplace.as('teller').ask('postings.previewDeposit', asked)).toMatchObject({
      error: { code: 'IDENTIFICATION_NEEDED' },
    })
    const document = passport()
    await deposit(workplace.as('teller'), own, '0.01', { ...bo, document })
    const { rows } = await superuser.query<{ total: string }>(
      `SELECT total FROM cash_sums JOIN posting_presenters USING (person_id) WHERE full_name = $1 LIMIT 1`,
      [bo.name],
    )
    expect(rows).toEqual([{ total: '3000.01' }])
  })
  test('a holder whose documents are not approved is asked for one above the threshold, also in a batch', async () => {
    const id = await approvedCustomer(branch)
    const own = await openAccount(branch, id)
    await superuser.query(`UPDATE customers SET kyc_status = 'PENDING' WHERE id = $1`, [id])
    const together = ['3000', '0.01', '3001'].map((amount) => refusedFor(own, amount))
    const outcomes = await Promise.all(together)
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
    expect(outcomes.filter(({ ok }) => !ok)).toMatchObject([
      { error: { code: 'IDENTIFICATION_NEEDED' } },
      { error: { code: 'IDENTIFICATION_NEEDED' } },
    ])
  })
  test('several postings that go to the server together are counted, each for its holder', async () => {
    const id = await approvedCustomer(branch)
    const name = await nameOf(id)
    const accounts = [await openAccount(branch, id), await openAccount(branch, id), await account()]
    await Promise.all([...accounts, ...accounts].map((each) => deposit(workplace.as('teller'), each, '3000')))
    expect(await alertsAbout(name)).toMatchObject([{ cashIn: '12000.00', postings: 4 }])
  })
})

describe('alerts are for compliance alone', () => {
  test('a posting that raises one is answered as any other', async () => {
    const own = await openAccount(branch, await approvedCustomer(branch))
    const plain = await deposit(workplace.as('teller'), own, '10000')
    const raising = await deposit(workplace.as('teller'), own, '10000')
    expect(Object.keys(raising)).toEqual(Object.keys(plain))
    expect({ ...raising, id: '', reference: '', postedAt: '', legs: [] }).toEqual({
      ...plain,
      id: '',
      reference: '',
      postedAt: '',
      legs: [],
    })
  })
  test.each(['teller', 'supervisor', 'admin', 'apiUser'] as const)(
    'a %s is refused all of it',
    async (name) => {
      const alert = await raisedAlert(workplace)
      const who = workplace.as(name)
      for (const answer of [
        await who.ask('watch.listAlerts', { open: true }),
        await who.ask('watch.readAlert', { alertId: alert.id }),
        await who.ask('watch.exportReport', { alertId: alert.id, format: 'JSON' }),
        await who.ask('watch.decideAlert', {
          alertId: alert.id,
          version: alert.version,
          report: true,
          reason: null,
        }),
      ])
        expect(answer).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
      for (const call of [
        'list_cash_alerts(true)',
        `read_cash_alert('${alert.id}')`,
        `export_cash_report('${alert.id}')`,
      ])
        await expect(branch.pool(name).query(`SELECT ${call}`)).rejects.toMatchObject({
          constraint: 'FORBIDDEN',
        })
    },
  )
  test('the audit log tells auditors of them, as the system’s doing, and administrators not even that there are any', async () => {
    const { id, version } = await raisedAlert(workplace)
    await workplace.call('watch.decideAlert', { alertId: id, version, report: true, reason: null })
    const asked = {
      resourceType: 'cash_alerts',
      resourceId: id,
      userId: null,
      action: null,
      from: null,
      to: null,
      before: null,
      limit: 50,
    }
    expect((await workplace.as('auditor').call('audit.list', asked)).rows).toMatchObject([
      { action: 'STATUS_REPORTED', actor: { kind: 'PERSON', person: 'auditor Test' } },
      { action: 'VIEWED' },
      { action: 'ALERT_RAISED', actor: { kind: 'JOB', person: null } },
    ])
    expect((await workplace.as('admin').call('audit.list', asked)).rows).toEqual([])
    expect(JSON.stringify(await workplace.as('admin').call('audit.listFilters', {}))).not.toMatch(
      /alert|report/i,
    )
  })
})

describe('an alert is decided', () => {
  test('as reported: its fields are kept, for a file and for paper', async () => {
    await superuser.query('UPDATE branches SET address = $1', ['Hafenweg 3, Nordstadt'])
    const bo = stranger({ onBehalfOf: 'Acme Ltd' })
    const { id: alertId, version, report } = await raisedAlert(workplace, bo)
    await workplace.call('watch.decideAlert', { alertId, version, report: true, reason: null })
    const file = async (format: 'JSON' | 'CSV' | 'PDF') =>
      Buffer.from((await workplace.call('watch.exportReport', { alertId, format })).content).toString(
        'latin1',
      )
    const kept: unknown = JSON.parse(await file('JSON'))
    expect(kept).toEqual(report)
    expect(kept).toMatchObject({
      form: 'FinCEN 112',
      persons: [
        {
          role: 'CONDUCTOR',
          lastName: bo.name,
          dateOfBirth: bo.dateOfBirth,
          identification: bo.document,
          cashIn: '12000.00',
          cashOut: '0.00',
        },
        { role: 'BENEFICIARY', lastName: 'Acme Ltd', cashIn: '12000.00' },
      ],
      transactions: { aggregated: false, number: 1, deposits: '12000.00', withdrawals: '0.00' },
      locations: [
        {
          institutionType: 'DEPOSITORY_INSTITUTION',
          name: 'Branch Nord',
          address: 'Hafenweg 3, Nordstadt',
          cashIn: '12000.00',
        },
      ],
      filing: { institution: 'Branch Nord', address: 'Hafenweg 3, Nordstadt', contact: 'auditor Test' },
    })
    expect(await file('CSV')).toContain(`"I","Person 1","Cash in amount","12000.00"`)
    // What was kept is printed as it was.
    await superuser.query('UPDATE branches SET address = $1', ['Am Markt 1, Nordstadt'])
    const pdf = await workplace.call('watch.exportReport', { alertId, format: 'PDF' })
    expect((await readPdf(pdf.content)).text.split('\n').slice(0, 3)).toEqual([
      'FinCEN 112, Branch Nord',
      'Hafenweg 3, Nordstadt',
      'Currency transaction report',
    ])
    const { alerts } = await workplace.call('watch.listAlerts', { open: false })
    expect(alerts.find(({ id }) => id === alertId)).toMatchObject({
      status: 'REPORTED',
      decidedBy: 'auditor Test',
    })
  })
  test('as not reported, for a reason; further cash of that day raises another', async () => {
    const bo = stranger()
    const { id: alertId, version } = await raisedAlert(workplace, bo)
    const decision = { alertId, version, report: false, reason: 'Sold a car; contract seen' }
    await workplace.call('watch.decideAlert', decision)
    await workplace.call('watch.decideAlert', decision)
    expect(await alertsAbout(bo.name)).toEqual([])
    await deposit(workplace.as('teller'), await account(), '5', bo)
    expect(await alertsAbout(bo.name)).toMatchObject([{ cashIn: '12005.00' }])
  })
  test('only as it was shown', async () => {
    const bo = stranger()
    const { id: alertId, version } = await raisedAlert(workplace, bo)
    await deposit(workplace.as('teller'), await account(), '5', bo)
    expect(
      await workplace
        .as('auditor')
        .ask('watch.decideAlert', { alertId, version, report: true, reason: null }),
    ).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } })
  })
})

async function openAccountWithMoney(customerId: string) {
  const own = await openAccount(branch, customerId)
  const rich = await openNewCustomersAccount(branch, { balance: '500.00' })
  await workplace.as('teller').call('postings.postTransfer', {
    key: randomUUID(),
    fromAccountId: rich,
    toAccountId: own,
    amount: '500',
    currency: 'USD',
    description: null,
  })
  return own
}
