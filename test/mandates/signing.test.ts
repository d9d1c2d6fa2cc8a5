import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { whoSigned } from '../../shared/who-signed.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { balanceOf, openAccount } from '../support/accounts.ts'
import { newCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { addParty, company, endParty, giveParty, minor, newParty, person } from '../support/mandates.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { setTellerTill } from '../support/tills.ts'

// Who may sign for what: given, changed and ended by two people, and enforced where money is drawn at the counter.

const workplace = await workplaceForFile()
const { branch } = workplace
await setTellerTill(branch, true)
// Cash to pay out.
const elsewhere = await openAccount(branch, await person(branch, 'Tor', 'Ness'))
await workplace.as('teller').call('postings.postDeposit', newCashPosting(elsewhere, { amount: '5000' }))

/** An account with money of a holder. */
const accountOf = (holder: string) => openAccount(branch, holder, { balance: '500.00' })

const withdraw = (
  accountId: string,
  signedBy: string[] = [],
  changes: Partial<CallInput<'postings.postWithdrawal'>> = {},
) =>
  workplace
    .as('teller')
    .ask('postings.postWithdrawal', { ...newCashPosting(accountId, { amount: '10', ...changes }), signedBy })

const POSTED = { ok: true, value: { status: 'COMPLETED' } }

describe('a mandate', () => {
  test('is given by two people, used, ended by two people and refused, with who could sign', async () => {
    const holder = await person(branch, 'Ana', 'Lind')
    const attorney = await person(branch, 'Ben', 'Ode')
    const account = await accountOf(holder)
    expect(await withdraw(account, [attorney])).toMatchObject({
      error: { code: 'SIGNER_WITHOUT_POWER', details: { could: 'Ana Lind' } },
    })
    const party = await newParty(branch, holder, attorney, { perPosting: '100', currency: 'USD' })
    await workplace.as('teller').call('mandates.propose', party)
    expect(await withdraw(account, [attorney])).toMatchObject({ error: { code: 'SIGNER_WITHOUT_POWER' } })
    expect(await shownTo(workplace, 'supervisor', party.key)).toMatchObject({
      facts: { subject: 'Ana Lind', party: 'Ben Ode', power: 'MANDATE', newMandateLimit: '100.00' },
    })
    await approveAs(workplace, 'supervisor', party.key)

    expect(await withdraw(account, [attorney])).toMatchObject(POSTED)
    expect(await withdraw(account, [attorney], { amount: '100.01' })).toMatchObject({
      error: {
        code: 'SIGNER_ABOVE_LIMIT',
        details: { signer: 'Ben Ode', limit: '100.00', could: 'Ana Lind' },
      },
    })
    await endParty(workplace, holder, party.key)
    expect(await withdraw(account, [attorney])).toMatchObject({
      error: {
        code: 'SIGNER_MANDATE_ENDED',
        details: { signer: 'Ben Ode', ended: await openDate(branch), could: 'Ana Lind' },
      },
    })
    expect(await withdraw(account)).toMatchObject(POSTED)
  })

  test('is decided by nobody who proposed it', async () => {
    const party = await newParty(branch, await person(branch, 'Ana', 'Ek'), await person(branch, 'Ben', 'Ek'))
    await workplace.as('supervisor').call('mandates.propose', party)
    expect(await approveAs(workplace, 'supervisor', party.key)).toMatchObject({
      error: { code: 'OWN_PROPOSAL' },
    })
  })

  test('that is changed replaces the one before, which stays readable', async () => {
    const holder = await person(branch, 'Ana', 'Berg')
    const attorney = await person(branch, 'Ben', 'Berg')
    const account = await accountOf(holder)
    const limit = { perPosting: '5', currency: 'USD' }
    const first = await giveParty(workplace, await newParty(branch, holder, attorney, limit))
    expect(await withdraw(account, [attorney])).toMatchObject({ error: { code: 'SIGNER_ABOVE_LIMIT' } })
    const more = { perPosting: '50', currency: 'USD', replaces: first }
    const second = await giveParty(workplace, await newParty(branch, holder, attorney, more))
    expect(await withdraw(account, [attorney])).toMatchObject(POSTED)
    const { parties } = await workplace.as('auditor').call('mandates.list', { customerId: holder })
    expect(parties).toMatchObject([
      { id: second, state: 'IN_FORCE', perPosting: '50.00', givenBy: expect.any(String) },
      { id: first, state: 'REPLACED', perPosting: '5.00' },
    ])
    await expect(
      branch.database.superuser.query('UPDATE parties SET per_posting = 1000 WHERE id = $1', [second]),
    ).rejects.toMatchObject({ constraint: 'APPEND_ONLY' })
  })

  test('with a limit in one currency is none for an account in another', async () => {
    const holder = await person(branch, 'Ana', 'Falk')
    const attorney = await person(branch, 'Ben', 'Falk')
    await addParty(branch, holder, attorney, { per_posting: '1000', currency: `'EUR'` })
    expect(await withdraw(await accountOf(holder), [attorney])).toMatchObject({
      error: { code: 'SIGNER_ABOVE_LIMIT', details: { currency: 'EUR' } },
    })
  })
})

describe('joint holders', () => {
  test('either signs, or both, as it was agreed', async () => {
    const holder = await person(branch, 'Ana', 'Holm')
    const [either, both] = [await person(branch, 'Eva', 'Holm'), await person(branch, 'Lars', 'Holm')]
    const account = await accountOf(holder)
    const joint = { power: `'JOINT'`, account_id: `'${account}'` }
    await addParty(branch, holder, either, joint)
    expect(await withdraw(account, [either])).toMatchObject(POSTED)
    expect(await withdraw(account)).toMatchObject(POSTED)

    await addParty(branch, holder, both, { ...joint, together: 'true' })
    expect(await withdraw(account)).toMatchObject({
      error: { code: 'SIGNERS_TOGETHER', details: { could: 'Eva Holm, Ana Holm + Lars Holm' } },
    })
    expect(await withdraw(account, [both])).toMatchObject({ error: { code: 'SIGNERS_TOGETHER' } })
    expect(await withdraw(account, [holder, both])).toMatchObject(POSTED)
    expect(await withdraw(account, [either])).toMatchObject(POSTED)
  })
})

describe('a minor', () => {
  test('is registered with a guardian whom a second person confirms, and does not sign alone', async () => {
    const guardian = await person(branch, 'Eva', 'Strand')
    const tenYearsAgo = `${Number((await openDate(branch)).slice(0, 4)) - 10}-01-01`
    const child = newCustomer({
      firstName: 'Mia',
      lastName: 'Strand',
      dateOfBirth: tenYearsAgo,
      guardianId: guardian,
    })
    await workplace.as('teller').call('customers.register', child)
    await branch.database.superuser.query(`UPDATE customers SET kyc_status = 'APPROVED' WHERE id = $1`, [
      child.id,
    ])
    const account = await accountOf(child.id)
    expect(await withdraw(account, [guardian])).toMatchObject({ error: { code: 'SIGNER_WITHOUT_POWER' } })

    const { approvals } = await workplace.as('supervisor').call('approvals.list', { waiting: true })
    await approveAs(
      workplace,
      'supervisor',
      approvals.find(({ subjectId }) => subjectId === child.id)?.id ?? 'none',
    )
    expect(await withdraw(account)).toMatchObject({
      error: { code: 'SIGNER_IS_MINOR', details: { signer: 'Mia Strand', could: 'Eva Strand' } },
    })
    expect(await withdraw(account, [guardian])).toMatchObject(POSTED)
  })

  test('who has come of age signs alone, and the guardian no more', async () => {
    const guardian = await person(branch, 'Eva', 'Nord')
    const holder = await minor(branch, guardian)
    await addParty(branch, holder, guardian, { power: `'GUARDIAN'` })
    const account = await accountOf(holder)
    await branch.database.superuser.query(
      `UPDATE customers SET date_of_birth = $2::date - interval '18 years' WHERE id = $1`,
      [holder, await openDate(branch)],
    )
    expect(await withdraw(account, [guardian])).toMatchObject({ error: { code: 'SIGNER_WITHOUT_POWER' } })
    expect(await withdraw(account)).toMatchObject(POSTED)
  })
})

describe('a company', () => {
  test('signs by its signatories, alone or two together, and never by itself or its owner', async () => {
    const firm = await company(branch, 'Nordvik AB')
    const [alone, one, two, owner] = [
      await person(branch, 'Ida', 'Alm'),
      await person(branch, 'Jon', 'Dahl'),
      await person(branch, 'Kim', 'Hult'),
      await person(branch, 'Liv', 'Moe'),
    ]
    const account = await accountOf(firm)
    expect(await withdraw(account)).toMatchObject({
      error: { code: 'SIGNER_WITHOUT_POWER', details: { signer: 'Nordvik AB', could: '–' } },
    })
    await giveParty(workplace, await newParty(branch, firm, alone, { power: 'SIGNATORY' }))
    for (const each of [one, two])
      await giveParty(workplace, await newParty(branch, firm, each, { power: 'SIGNATORY', together: true }))
    await giveParty(workplace, await newParty(branch, firm, owner, { power: 'OWNER', share: '60' }))

    expect(await withdraw(account, [one])).toMatchObject({
      error: { code: 'SIGNERS_TOGETHER', details: { could: 'Ida Alm, Jon Dahl + Kim Hult' } },
    })
    expect(await withdraw(account, [owner])).toMatchObject({ error: { code: 'SIGNER_WITHOUT_POWER' } })
    expect(await withdraw(account, [one, two])).toMatchObject({
      value: { signers: ['Jon Dahl', 'Kim Hult'] },
    })
    expect(await withdraw(account, [alone])).toMatchObject({ value: { signers: ['Ida Alm'] } })
    expect(await workplace.as('teller').call('mandates.signers', { accountId: account })).toMatchObject({
      alone: false,
      holder: { name: 'Nordvik AB', kind: 'COMPANY' },
      could: 'Ida Alm, Jon Dahl + Kim Hult',
    })
  })

  test('is registered with its number, once in the register of a country', async () => {
    const firm = newCustomer({
      kind: 'COMPANY',
      firstName: null,
      lastName: 'Söder AB',
      dateOfBirth: '1888-05-01',
    })
    const registered = { ...firm, registrationNumber: '556000-0001' }
    await workplace.as('teller').call('customers.register', registered)
    expect(await workplace.as('teller').call('customers.get', { customerId: firm.id })).toMatchObject({
      kind: 'COMPANY',
      registrationNumber: '556000-0001',
      lastName: 'Söder AB',
    })
    const again = { ...registered, id: crypto.randomUUID(), registrationNumber: ' 556000-0001 ' }
    expect(await workplace.as('teller').ask('customers.register', again)).toMatchObject({
      error: { code: 'COMPANY_KNOWN' },
    })
  })
})

test('in a batch, what the holder may not sign alone is refused and the others are posted', async () => {
  const firm = await company(branch, 'Väst AB')
  const [refused, posted] = [await accountOf(firm), await accountOf(await person(branch, 'Ola', 'Berg'))]
  const answers = await Promise.all(
    [posted, refused, posted, posted, refused].map((account) => withdraw(account)),
  )
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true, false])
  expect(await balanceOf(branch, refused)).toMatchObject({ ledger: '500.00' })
})

test('the same key with other signers is another posting', async () => {
  const holder = await person(branch, 'Ana', 'Sund')
  const attorney = await person(branch, 'Ben', 'Sund')
  await addParty(branch, holder, attorney)
  const [from, to] = [await accountOf(holder), await accountOf(await person(branch, 'Per', 'Sund'))]
  const transfer = { ...newTransfer(from, to), signedBy: [attorney] }
  const first = await workplace.as('teller').call('postings.postTransfer', transfer)
  expect(await workplace.as('teller').call('postings.postTransfer', transfer)).toEqual(first)
  const opened = await workplace.as('supervisor').call('postings.get', { transactionId: first.id })
  expect([first.signers, whoSigned(opened)]).toEqual([['Ben Sund'], ['Ben Sund']])
  expect(
    await workplace.as('teller').ask('postings.postTransfer', { ...transfer, signedBy: [] }),
  ).toMatchObject({
    error: { code: 'KEY_REUSED' },
  })
})

test('photograph and signature of whoever may sign are known once approved, prove nothing else, and are opened on record', async () => {
  const holder = await person(branch, 'Ana', 'Bild')
  const account = await accountOf(holder)
  const { database, staff } = branch
  const photo = await uploadDocument(database, staff.teller, holder, 'PHOTO')
  const specimensOf = async () =>
    (await workplace.as('teller').call('mandates.signers', { accountId: account })).specimens
  expect(await specimensOf()).toMatchObject([{ name: 'Ana Bild', photo: null, signature: null }])
  await approveDocument(database, staff.supervisor, photo)
  const signature = await uploadDocument(database, staff.teller, holder, 'SIGNATURE')
  await approveDocument(database, staff.supervisor, signature)
  expect(await specimensOf()).toMatchObject([{ photo, signature }])
  const { rows } = await database.superuser.query(
    `SELECT kyc_status, (SELECT count(*)::int FROM document_views WHERE document_id = $2) AS looks
     FROM customers WHERE id = $1`,
    [holder, photo],
  )
  expect(rows).toEqual([{ kyc_status: 'APPROVED', looks: 1 }])
  const { rows: proven } = await database.superuser.query(
    `SELECT count(*)::int AS n FROM audit_logs WHERE resource_id = $1 AND action = 'VIEWED'`,
    [photo],
  )
  expect(proven).toEqual([{ n: 1 }])
  expect(await withdraw(account)).toMatchObject(POSTED)
})
