import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { accountNumberOf, balanceOf, changeAccount } from '../support/accounts.ts'
import { inStatus } from '../postings/arranged-accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { asBytes, csvOf, finish, painOf, payerAndPayees, postFile, previewed } from '../support/payments.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '10000000.00' })
const { branch } = workplace
const { superuser } = branch.database

const preview = (accountId: string, text: string | Uint8Array) =>
  workplace.as('teller').call('payments.preview', {
    accountId,
    fileName: 'salaries.csv',
    content: typeof text === 'string' ? asBytes(text) : text,
  })

const linesOf = async (id: string) => (await workplace.as('teller').call('payments.read', { id })).lines

describe('a file of salaries', () => {
  test('whose refused lines say anything but texts is read all the same', async () => {
    const { payer, numbers } = await payerAndPayees(branch)
    const id = randomUUID()
    const [account] = numbers
    const line = { line: 1, account, amount: 1, name: 'A', reference: 'B' }
    const odd = [{ a: { b: 1 }, c: null, d: 'e' }, ['f'], 'g'].map((facts, n) => ({
      ...line,
      line: n + 2,
      refusal: 'ODD',
      facts,
    }))
    await branch
      .pool('teller')
      .query(`SELECT begin_payments($1, $2, 'a.csv', 'CSV', sha256('odd'), NULL, NULL, 1, 1, $3)`, [
        id,
        payer,
        JSON.stringify([line, ...odd]),
      ])
    expect((await linesOf(id)).map(({ problem }) => problem?.details)).toEqual([
      undefined,
      { a: '{"b": 1}', d: 'e' },
      {},
      {},
    ])
    await workplace.call('payments.cancel', { id })
  })

  test('says whose an account is where a line names somebody else, and takes a name in any form of it', async () => {
    const { payer, ids, numbers } = await payerAndPayees(branch)
    await superuser.query(
      `UPDATE customers SET first_name = 'Åsa Maria', last_name = 'Öberg-Lind' WHERE id = (SELECT customer_id FROM accounts WHERE id = $1)`,
      [ids[0]],
    )
    const names = ['Öberg-Lind, Åsa', 'ASA OBERG LIND', 'Dr Åsa Maria Öberg-Lind', '', 'Eva Lind', 'Person 1']
    const text = ['Account,Name,Amount', ...names.map((name) => `${numbers[0]},"${name}",1`)].join('\n')
    const holder = 'Åsa Maria Öberg-Lind'
    const expected = [null, null, null, null, holder, holder]
    expect((await preview(payer, text)).lines.map((line) => line.holder)).toEqual(expected)
    const file = await postFile(workplace, payer, text)
    expect(file).toMatchObject({ posted: 6, refused: 0 })
    expect((await linesOf(file.id)).map((line) => line.holder)).toEqual(expected)
  })

  test('pays onto a dormant account, as a deposit at the counter does, and not onto a frozen one', async () => {
    const { payer } = await payerAndPayees(branch)
    const [dormant, frozen] = [await inStatus(branch, 'INACTIVE'), await inStatus(branch, 'SUSPENDED')]
    const numbers = [await accountNumberOf(branch, dormant), await accountNumberOf(branch, frozen)]
    const text = csvOf(numbers.map((number) => [number, '10.00']))
    const shown = await preview(payer, text)
    expect(shown.lines.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'ACCOUNT_FROZEN'])
    expect(await postFile(workplace, payer, text)).toMatchObject({ posted: 1, leftOut: 1 })
    expect(await balanceOf(branch, dormant)).toMatchObject({ ledger: '10.00' })
    const { rows } = await superuser.query('SELECT status FROM accounts WHERE id = $1', [dormant])
    expect(rows).toEqual([{ status: 'INACTIVE' }])
  })

  test('is shown with what is wrong in each line, and its right lines are posted by a job that a person asked for', async () => {
    const { payer, payerNumber, ids, numbers } = await payerAndPayees(branch)
    const [one = '', two = ''] = numbers
    const text = csvOf([
      [one, '100.10'],
      [two, '1,200.00'],
      ['4017000001', '5.00'],
      [payerNumber, '5.00'],
      [two, '0'],
    ])
    const shown = await preview(payer, text)
    expect(shown).toMatchObject({
      payments: 2,
      total: '1300.10',
      leftOut: 3,
      leftOutTotal: '10.00',
      faults: [],
    })
    expect(shown).toMatchObject({ encoding: 'UTF-8', separator: ',', available: '1000.00', exceeded: null })
    expect(shown.lines.map(({ line, problem }) => [line, problem?.code ?? null])).toEqual([
      [2, null],
      [3, null],
      [4, 'ACCOUNT_NUMBER_INVALID'],
      [5, 'SAME_ACCOUNT'],
      [6, 'AMOUNT_ZERO'],
    ])

    const file = await postFile(workplace, payer, text)
    expect(file).toMatchObject({ status: 'DONE', posted: 1, postedTotal: '100.10', refused: 1, leftOut: 3 })
    const lines = await linesOf(file.id)
    expect(lines[1]?.problem).toEqual({
      code: 'INSUFFICIENT_FUNDS',
      details: { available: '899.90', currency: 'USD' },
    })
    expect(await balanceOf(branch, ids[0] ?? '')).toMatchObject({ ledger: '100.10' })
    expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '899.90' })
    const { rows } = await superuser.query(
      `SELECT t.actor, t.cause_type, t.created_by, t.description, r.kind, r.status, r.done, r.requested_by = i.requested_by AS asked
        FROM transactions t JOIN job_runs r ON r.id = t.cause_id JOIN payment_imports i ON i.job_id = r.id WHERE i.id = $1`,
      [file.id],
    )
    expect(rows).toEqual([
      {
        actor: 'JOB',
        cause_type: 'JOB',
        created_by: null,
        description: 'Salary 1',
        kind: 'PAYMENTS',
        status: 'DONE',
        done: 2,
        asked: true,
      },
    ])
    expect(await booksFaults(branch.database)).toEqual([])
  })

  test('is read in the branch’s number format, with a byte order mark, semicolons or in Windows-1252', async () => {
    const { payer, numbers } = await payerAndPayees(branch)
    const text = `Account;Name;Amount\r\n${numbers[0]};Åsa Öberg;1,000.50`
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...asBytes(text)])
    expect(await preview(payer, marked)).toMatchObject({
      encoding: 'UTF-8',
      separator: ';',
      total: '1000.50',
    })
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    expect(await preview(payer, latin)).toMatchObject({
      encoding: 'Windows-1252',
      lines: [{ name: 'Åsa Öberg', amount: '1000.50' }],
    })
    const other = await preview(payer, csvOf([[numbers[0] ?? '', '1.000,50']]))
    expect(other.lines[0]?.problem?.code).toBe('AMOUNT_OTHER_FORMAT')
  })

  test('says that a line is in another currency, without an account, or of an IBAN that is wrong or elsewhere', async () => {
    const { payer, numbers } = await payerAndPayees(branch, '1.00', 1)
    const lines = [
      `${numbers[0]},1,EUR`,
      ',1,USD',
      'GB82 WEST 1234 5698 7654 32,1,USD',
      'GB82 WEST 1234 5698 7654 33,1,USD',
      '4017999998,1,USD',
    ]
    const shown = await preview(payer, ['IBAN,Amount,Currency', ...lines].join('\n'))
    expect(shown.lines.map(({ problem }) => problem?.code)).toEqual([
      'OTHER_CURRENCY',
      'ACCOUNT_MISSING',
      'IBAN_ELSEWHERE',
      'IBAN_WRONG',
      'ACCOUNT_NOT_FOUND',
    ])
  })

  test.each([
    ['no columns that are known', 'Who,How much\n1,2', 'HEADER'],
    ['two columns of amounts', 'Account,Salary,Net\n1,9,2', 'COLUMNS'],
    ['two columns of accounts', 'IBAN,Account,Amount\n1,2,3', 'COLUMNS'],
    ['a quotation mark that is not closed', 'Account,Amount\n"1,2', 'QUOTES'],
    ['no payment', 'Account,Amount', 'EMPTY'],
    ['no text', '\0\0\0\0', 'ENCODING'],
    ['no XML', '<Document', 'XML'],
    ['another message', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>', 'VERSION'],
  ])('with %s is refused as a whole', async (_, text, name) => {
    const { payer } = await payerAndPayees(branch, '1.00', 0)
    expect((await preview(payer, text)).faults.map(({ fault }) => fault)).toEqual([name])
  })

  test('pays nothing of a line with an amount that falls into two cells', async () => {
    const { payer, numbers } = await payerAndPayees(branch, '9000.00', 1)
    const lines = [`${numbers[0]},5,500`, `${numbers[0]},"5,500",,`]
    const shown = await preview(payer, ['Account,Amount', ...lines].join('\n'))
    expect(shown.lines.map(({ amount, problem }) => [problem?.code ?? null, amount])).toEqual([
      ['MORE_CELLS', '5.00'],
      [null, '5500.00'],
    ])
    expect(shown.total).toBe('5500.00')
  })

  test('of more than 20,000 lines is refused as a whole', async () => {
    const { payer, numbers } = await payerAndPayees(branch, '1.00', 1)
    const lines = Array.from({ length: 20_001 }, () => `${numbers[0]},1`)
    const shown = await preview(payer, ['Account,Amount', ...lines].join('\n'))
    expect(shown.faults).toEqual([{ fault: 'TOO_MANY', text: '20001' }])
  })
})

describe('a pain.001 message', () => {
  test.each([
    ['InstdAmt', '</InstdAmt>', '</InstdAmt><InstdAmt Ccy="USD">9.00</InstdAmt>'],
    ['CdtrAcct', '</Cdtr>', '</Cdtr><CdtrAcct><Id><Othr><Id>1</Id></Othr></Id></CdtrAcct>'],
    ['DbtrAcct', '</Dbtr>', '</Dbtr><DbtrAcct><Id><Othr><Id>1</Id></Othr></Id></DbtrAcct>'],
    ['GrpHdr', '</GrpHdr>', '</GrpHdr><GrpHdr/>'],
  ])('that says %s twice is refused as a whole', async (name, at, twice) => {
    const { payer, payerNumber, numbers } = await payerAndPayees(branch, '10.00', 1)
    const text = painOf({ debtor: payerNumber, payments: [[numbers[0] ?? '', '5.00']] }).replace(at, twice)
    expect((await preview(payer, text)).faults).toEqual([{ fault: 'XML_TWICE', text: name }])
  })

  test.each(['03', '09'] as const)('of version %s is posted as it says', async (version) => {
    const { payer, payerNumber, ids, numbers } = await payerAndPayees(branch)
    const payments = numbers.map((number) => [number, '250.5'] as const)
    const file = await postFile(workplace, payer, painOf({ debtor: payerNumber, payments, version }))
    expect(file).toMatchObject({
      status: 'DONE',
      format: `PAIN_001_${version}`,
      posted: 2,
      postedTotal: '501.00',
    })
    expect((await linesOf(file.id))[0]).toMatchObject({ name: 'Person & Co 1', reference: 'Salary 1' })
    for (const id of ids) expect(await balanceOf(branch, id)).toMatchObject({ ledger: '250.50' })
  })

  test.each([
    ['whose number of payments is another', { count: '3' }, ['COUNT', 'COUNT']],
    ['whose sum is another', { sum: '10.01' }, ['SUM']],
    ['from another account', { debtor: '4017999998' }, ['DEBTOR']],
    ['for a later day', { date: '2999-12-31' }, ['LATER']],
    ['with a document type', { head: '<!DOCTYPE Document [<!ENTITY a "aaaa">]>' }, ['XML_TYPE']],
    ['without an id', { messageId: '' }, ['MESSAGE']],
  ])('%s is refused as a whole', async (_, changes, names) => {
    const { payer, payerNumber, numbers } = await payerAndPayees(branch, '1.00', 1)
    const text = painOf({ debtor: payerNumber, payments: [[numbers[0] ?? '', '10.00']], ...changes })
    expect((await preview(payer, text)).faults.map(({ fault }) => fault)).toEqual(names)
  })
})

describe('what was taken once', () => {
  test('is refused by name, as a file and as a message, and is one when it is sent again', async () => {
    const { payer, payerNumber, numbers } = await payerAndPayees(branch)
    const said = {
      debtor: payerNumber,
      payments: [[numbers[0] ?? '', '10.00']] as const,
      messageId: 'SAL-11',
    }
    const begun = await previewed(workplace, payer, painOf(said), { fileName: 'november.xml' })
    const first = await workplace.as('teller').call('payments.begin', begun)
    expect(await workplace.as('teller').call('payments.begin', begun)).toMatchObject({ id: first.id })
    await finish(workplace, first)
    expect(await preview(payer, painOf(said))).toMatchObject({
      earlier: { same: 'FILE', file: 'november.xml' },
    })
    expect(await workplace.as('teller').ask('payments.begin', { ...begun, key: randomUUID() })).toMatchObject(
      { ok: false, error: { code: 'PAYMENT_FILE_KNOWN', details: { file: 'november.xml' } } },
    )
    const again = await previewed(
      workplace,
      payer,
      painOf({ ...said, payments: [[numbers[1] ?? '', '10.00']] }),
    )
    expect(await workplace.as('teller').ask('payments.begin', again)).toMatchObject({
      ok: false,
      error: { code: 'PAYMENT_MESSAGE_KNOWN', details: { message: 'SAL-11' } },
    })
    expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '990.00' })
  })

  test('is not taken where less or more would be posted than was shown', async () => {
    const { payer, ids, numbers } = await payerAndPayees(branch)
    const begun = await previewed(workplace, payer, csvOf(numbers.map((number) => [number, '1.00'])))
    await changeAccount(branch.pool('supervisor'), 'freeze', ids[0] ?? '')
    expect(await workplace.as('teller').ask('payments.begin', begun)).toMatchObject({
      ok: false,
      error: { code: 'CHANGED_MEANWHILE' },
    })
  })
})
