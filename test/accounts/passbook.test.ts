import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import {
  bookOf,
  bringUpToDate,
  deposit,
  issueBook,
  newSerial,
  openPassbook,
  printInto,
} from '../support/passbooks.ts'
import { post, reverse } from '../support/posting-functions.ts'
import { refusalsOf, refused } from '../support/queries.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { withoutCrossing } from '../support/other-branch.ts'

/** Every entry of an account stands in its books once, in its order, whatever comes of a print. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database

const amounts = (count: number) => Array.from({ length: count }, (_, n) => `${n + 1}.00`)
const state = (accountId: string) => workplace.as('teller').call('accounts.passbook', { accountId })
const whole = (lines: readonly { line: number; amount: string | null; balance: string }[]) =>
  lines.map(({ line, amount, balance }) => [line, amount, balance])

test('a page is printed up to its end, what is posted meanwhile comes next, and the page is turned', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, ...amounts(23))
  const first = await bookOf(workplace, accountId)
  expect(first).toMatchObject({ printed: 0, waiting: 23, page: 1, line: 1, isFull: false, underWay: null })
  expect(whole(first.next).slice(0, 3)).toEqual([
    [1, '1.00', '1.00'],
    [2, '2.00', '3.00'],
    [3, '3.00', '6.00'],
  ])
  const meanwhile = () => deposit(branch, accountId, '100.00', '200.00', '300.00')
  const { answer } = await printInto(workplace.as('teller'), { passbookId, printed: 0 }, { meanwhile })
  expect(answer).toEqual({ ok: true, value: { printer: 'Passbook printer', lines: 23 } })
  const second = await bookOf(workplace, accountId)
  expect(second).toMatchObject({ printed: 23, waiting: 3, page: 1, line: 24 })
  expect(whole(second.next)).toEqual([[24, '100.00', '376.00']])
  await printInto(workplace, { passbookId, printed: 23 })
  const third = await bookOf(workplace, accountId)
  expect(third).toMatchObject({ printed: 24, waiting: 2, page: 2, line: 1 })
  expect(whole(third.next)).toEqual([
    [25, '200.00', '576.00'],
    [26, '300.00', '876.00'],
  ])
  await bringUpToDate(workplace, accountId)
  expect(await bookOf(workplace, accountId)).toMatchObject({ printed: 26, waiting: 0, next: [] })
})

test('a transfer and what reverses it are lines of their own, each on its side', async () => {
  const { accountId } = await openPassbook(workplace, '50.00')
  const to = await openNewCustomersAccount(branch)
  const moved = await post(branch.pool('teller'), 'TRANSFER', accountId, to, '20.00')
  await reverse(branch.pool('teller'), moved)
  const { next } = await bookOf(workplace, accountId)
  expect(next.map(({ kind, side, amount, balance }) => [kind, side, amount, balance])).toEqual([
    ['DEPOSIT', 'CREDIT', '50.00', '50.00'],
    ['TRANSFER', 'DEBIT', '20.00', '30.00'],
    ['REVERSAL', 'CREDIT', '20.00', '50.00'],
  ])
})

test('the next book begins with what was brought forward, and has what the one before had not', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00')
  await printInto(workplace.as('teller'), { passbookId, printed: 0 })
  await deposit(branch, accountId, '4.00')
  await workplace.as('supervisor').call('accounts.endPassbook', { passbookId, reason: 'LOST' })
  const followed = await issueBook(workplace, accountId)
  expect(followed).toMatchObject({ printed: 0, waiting: 2, page: 1, line: 1 })
  expect(followed.next.map(({ line, kind, amount, balance }) => [line, kind, amount, balance])).toEqual([
    [1, 'BROUGHT_FORWARD', null, '3.00'],
    [2, 'DEPOSIT', '4.00', '7.00'],
  ])
  const { ended } = await state(accountId)
  expect(ended).toMatchObject([{ id: passbookId, reason: 'LOST', endedBy: 'supervisor Test' }])
  // Of a book in which not even that line stands, the next one begins at the same place.
  await workplace.as('teller').call('accounts.endPassbook', { passbookId: followed.id, reason: 'DAMAGED' })
  expect((await issueBook(workplace, accountId)).next).toMatchObject(
    followed.next.map(({ line, kind, balance }) => ({ line, kind, balance })),
  )
  await bringUpToDate(workplace.as('teller'), accountId)
  const third = await bookOf(workplace, accountId)
  await workplace.call('accounts.endPassbook', { passbookId: third.id, reason: 'FULL' })
  expect(whole((await issueBook(workplace, accountId)).next)).toEqual([[1, null, '7.00']])
})

test('the first book of an account that was posted on begins with its balance', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '12.00' })
  await issueBook(workplace, accountId)
  await deposit(branch, accountId, '3.00')
  const { next } = await bookOf(workplace, accountId)
  expect(next.map(({ kind, balance }) => [kind, balance])).toEqual([
    ['BROUGHT_FORWARD', '12.00'],
    ['DEPOSIT', '15.00'],
  ])
})

test('nothing is on record of a printer that did not begin', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00')
  workplace.as('teller')
  await printInto(workplace, { passbookId, printed: 0 }, { outcome: { is: 'NOT_BEGUN', because: 'OFFLINE' } })
  expect(await bookOf(workplace, accountId)).toMatchObject({ printed: 0, waiting: 1, underWay: null })
})

test.each([0, 2, 3])(
  'after a stop exactly the lines up to %i are on record, as whoever looked says',
  async (last) => {
    const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00', '3.00')
    const outcome = { is: 'STOPPED', because: 'JAMMED' } as const
    const { answer } = await printInto(workplace.as('teller'), { passbookId, printed: 0 }, { outcome })
    expect(answer).toMatchObject({ error: { code: 'PASSBOOK_STOPPED', details: { because: 'JAMMED' } } })
    const { underWay, ...asked } = await bookOf(workplace, accountId)
    expect(asked).toMatchObject({ printed: 0, waiting: 3 })
    expect(underWay).toMatchObject({ firstLine: 1, isAsked: true, person: 'teller Test' })
    expect(underWay?.lines).toHaveLength(3)
    const printId = underWay?.id ?? ''
    // Somebody else may have the book by then; said twice it is said once.
    for (let times = 0; times < 2; times++)
      await workplace.as('supervisor').call('accounts.sayPassbookLine', { printId, line: last })
    expect(await bookOf(workplace, accountId)).toMatchObject({
      printed: last,
      waiting: 3 - last,
      underWay: null,
    })
    await bringUpToDate(workplace.as('teller'), accountId)
    const { rows } = await superuser.query(
      'SELECT first_line, last_line, known_line FROM passbook_prints WHERE passbook_id = $1 ORDER BY begun_at',
      [passbookId],
    )
    expect(rows).toEqual([
      { first_line: 1, last_line: 3, known_line: last },
      ...(last === 3 ? [] : [{ first_line: last + 1, last_line: 3, known_line: 3 }]),
    ])
  },
)

test('of a page that is saved as a file somebody says what stands in the book', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00')
  const file = await workplace.as('teller').call('accounts.exportPassbook', { passbookId, printed: 0 })
  expect(file.fileName).toMatch(/^passbook-SB-\d+-\d+-page-1\.pdf$/)
  const { underWay } = await bookOf(workplace, accountId)
  expect(underWay?.isAsked).toBe(true)
  await workplace.call('accounts.sayPassbookLine', { printId: underWay?.id ?? '', line: 2 })
  expect(await bookOf(workplace, accountId)).toMatchObject({ printed: 2, waiting: 0 })
})

test('of a print whose program was ended somebody is asked when no printer tells any more', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00')
  const begin = () => branch.pool('teller').query('SELECT begin_passbook_print($1, 0, false)', [passbookId])
  await begin()
  expect((await bookOf(workplace, accountId)).underWay).toMatchObject({ isAsked: false })
  await superuser.query(
    "UPDATE passbook_prints SET begun_at = begun_at - interval '3 minutes' WHERE passbook_id = $1",
    [passbookId],
  )
  const { underWay } = await bookOf(workplace, accountId)
  expect(underWay).toMatchObject({ isAsked: true })
  await expect(begin()).rejects.toMatchObject(refused('PASSBOOK_PRINT_OPEN'))
  await workplace.as('supervisor').call('accounts.sayPassbookLine', { printId: underWay?.id ?? '', line: 0 })
  expect(await bookOf(workplace, accountId)).toMatchObject({ printed: 0, waiting: 1 })
})

test('what was printed last into a book that is lost counts as not printed', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00')
  const outcome = { is: 'STOPPED', because: 'LOST' } as const
  await printInto(workplace.as('teller'), { passbookId, printed: 0 }, { outcome })
  await workplace.call('accounts.endPassbook', { passbookId, reason: 'LOST' })
  expect(whole((await issueBook(workplace, accountId)).next)).toEqual([
    [1, '1.00', '1.00'],
    [2, '2.00', '3.00'],
  ])
})

test('two workstations that print, and two that issue, at once do it once', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00')
  const begin = (who: 'teller' | 'supervisor' | 'teller2') =>
    branch
      .pool(who)
      .query<{ id: string }>(`SELECT begin_passbook_print($1, 0, false) ->> 'printId' AS id`, [passbookId])
  const both = await Promise.allSettled([begin('teller'), begin('supervisor'), begin('teller2')])
  expect(refusalsOf(both)).toEqual(['PASSBOOK_PRINT_OPEN', 'PASSBOOK_PRINT_OPEN'])
  const { rows } = await superuser.query<{ id: string; username: string }>(
    `SELECT p.id, u.username FROM passbook_prints p JOIN users u ON u.id = p.begun_by WHERE p.passbook_id = $1`,
    [passbookId],
  )
  expect(rows).toHaveLength(1)
  const winner = (['teller', 'supervisor', 'teller2'] as const).find(
    (name) => branch.staff[name].username === rows[0]?.username,
  )
  const finish = (who: 'teller' | 'supervisor' | 'teller2') =>
    branch.pool(who).query(`SELECT finish_passbook_print($1, 'PRINTED')`, [rows[0]?.id])
  // What the printer told is for whoever began it.
  await expect(finish(winner === 'teller' ? 'supervisor' : 'teller')).rejects.toMatchObject(
    refused('FORBIDDEN'),
  )
  await finish(winner ?? 'teller')
  // The position that the others saw is another one now: a second press prints nothing.
  await expect(begin('teller')).rejects.toMatchObject(refused('PASSBOOK_MOVED_ON'))
  expect(await bookOf(workplace.as('teller'), accountId)).toMatchObject({ printed: 2, waiting: 0 })

  const another = await openNewCustomersAccount(branch)
  const issue = (who: 'teller' | 'supervisor') =>
    branch.pool(who).query('SELECT issue_passbook($1, $2, $3)', [randomUUID(), another, newSerial()])
  expect(refusalsOf(await Promise.allSettled([issue('teller'), issue('supervisor')]))).toEqual([
    'PASSBOOK_OPEN',
  ])
})

test('a press that is sent again issues one book, and one serial number is one book’s', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const input = { key: randomUUID(), accountId, serialNumber: newSerial() }
  for (let times = 0; times < 2; times++) await workplace.as('teller').call('accounts.issuePassbook', input)
  const other = await openNewCustomersAccount(branch)
  const issue = () =>
    workplace.ask('accounts.issuePassbook', { ...input, key: randomUUID(), accountId: other })
  expect(await issue()).toMatchObject({ error: { code: 'PASSBOOK_SERIAL_TAKEN' } })
  expect((await state(other)).book).toBeNull()
})

test('a full book takes nothing more, and goes on in the next one', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00', '2.00', '3.00')
  const small = randomUUID()
  await superuser.query(
    `INSERT INTO passbook_layouts (id, width, height, first_line, line_spacing, lines_a_page, fold_gap, pages, edges, created_at)
     VALUES ($1, 100, 100, 10, 5, 2, 0, 1, '{1,20,40,60,80,99}', '2000-01-01')`,
    [small],
  )
  await superuser.query('UPDATE passbooks SET layout_id = $2 WHERE id = $1', [passbookId, small])
  await bringUpTo(2)
  const full = await bookOf(workplace, accountId)
  expect(full).toMatchObject({ printed: 2, waiting: 1, isFull: true, next: [] })
  const { answer } = await printInto(workplace, { passbookId, printed: 2 })
  expect(answer).toMatchObject({ error: { code: 'PASSBOOK_FULL' } })
  await workplace.call('accounts.endPassbook', { passbookId, reason: 'FULL' })
  expect(whole((await issueBook(workplace, accountId)).next)).toEqual([
    [1, null, '3.00'],
    [2, '3.00', '6.00'],
  ])

  async function bringUpTo(printed: number) {
    await printInto(workplace.as('teller'), { passbookId, printed: 0 })
    expect((await bookOf(workplace, accountId)).printed).toBe(printed)
  }
})

test('a passbook follows its customer to another branch, where statements do, and the auditor only looks', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, '1.00')
  const other = await fromSecondBranch(workplace, 'teller')
  const { answer } = await printInto(other, { passbookId, printed: 0 })
  expect(answer.ok).toBe(true)
  await withoutCrossing(branch.database, 'ACCOUNT_READ', async () => {
    await deposit(branch, accountId, '2.00')
    const refusedThere = await printInto(other, { passbookId, printed: 1 })
    expect(refusedThere.answer).toMatchObject({ error: { code: 'OTHER_BRANCH' } })
  })
  expect((await workplace.as('auditor').call('accounts.passbook', { accountId })).book?.printed).toBe(1)
  expect((await printInto(workplace, { passbookId, printed: 1 })).answer).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('who issued, printed and ended a book is in the audit log', async () => {
  const { passbookId } = await openPassbook(workplace, '1.00')
  await printInto(workplace.as('teller'), { passbookId, printed: 0 })
  await workplace.as('supervisor').call('accounts.endPassbook', { passbookId, reason: 'DAMAGED' })
  const { rows } = await superuser.query(
    `SELECT a.action, u.username FROM audit_logs a JOIN users u ON u.id = a.user_id
     WHERE a.resource_id = $1 OR a.resource_id IN (SELECT id FROM passbook_prints WHERE passbook_id = $1) ORDER BY a.id`,
    [passbookId],
  )
  const [teller, supervisor] = [branch.staff.teller.username, branch.staff.supervisor.username]
  expect(rows).toEqual([
    { action: 'PASSBOOK_ISSUED', username: teller },
    { action: 'PASSBOOK_PRINTED', username: teller },
    { action: 'CHANGED', username: teller },
    { action: 'CHANGED', username: teller },
    { action: 'CHANGED', username: supervisor },
  ])
  await expect(
    superuser.query('UPDATE passbooks SET printed = 0 WHERE id = $1', [passbookId]),
  ).rejects.toMatchObject(refused('APPEND_ONLY'))
})
