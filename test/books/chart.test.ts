import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { approveAs, shownTo } from '../support/approvals.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { superuser } = workplace.branch.database

const bytes = (text: string) => new TextEncoder().encode(text)

/** The chart as CSV in the form in which it was saved. */
async function saved(): Promise<string> {
  const { content } = await workplace.as('supervisor').call('books.exportChart', {})
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
}

const preview = (text: string) =>
  workplace.as('supervisor').call('books.previewChart', { content: bytes(text) })

const SAVINGS = '"2110","Savings accounts","2100","LIABILITY","CREDIT","SAVINGS"'

test('a saved chart is read back without a change', async () => {
  const { faults, changes } = await preview(await saved())
  expect({ faults, changes }).toEqual({ faults: [], changes: [] })
})

test('spreadsheets of other countries may save it with semicolons, tabs and other line ends', async () => {
  const text = await saved()
  for (const sign of [';', '\t']) {
    const other = text.replaceAll('","', `"${sign}"`).replaceAll('\r\n', '\n').replace('\ufeff', '')
    expect(await preview(other)).toEqual({ faults: [], changes: [] })
  }
})

describe('what is wrong is said of each line', () => {
  test.each([
    ['a class that is none', SAVINGS.replace('LIABILITY', 'DEBT'), ['CLASS', 'CLASS_OF_PARENT']],
    ['another class than above', SAVINGS.replace('LIABILITY', 'ASSET'), ['CLASS_OF_PARENT']],
    ['a parent that is none', SAVINGS.replace('2100', '2199'), ['PARENT']],
    ['itself above', SAVINGS.replace('2100', '2110'), ['CIRCLE']],
    ['a side that is none', SAVINGS.replace('CREDIT', 'LEFT'), ['SIDE']],
    ['no name', SAVINGS.replace('Savings accounts', ''), ['NAME']],
    ['a name that a spreadsheet would run', SAVINGS.replace('Savings accounts', '=1+1'), ['NAME']],
    ['a code with blanks', SAVINGS.replace('2110', '21 10'), ['CODE']],
    ['a code that is taken', SAVINGS.replace('2110', '2120'), ['CODE_TWICE']],
    ['a currency that is none', SAVINGS.replace('"SAVINGS"', '"SAVINGS | LOAN:XXX"'), ['SET']],
    ['a kind that stands elsewhere', SAVINGS.replace('"SAVINGS"', '"SAVINGS | VAULT"'), ['SET_TWICE']],
    ['too few cells', '"2110","Savings accounts"', ['CELLS']],
  ])('%s', async (_, line, expected) => {
    const text = await saved()
    const at = text.slice(0, text.indexOf(SAVINGS)).split('\n').length
    const { faults, changes } = await preview(text.replace(SAVINGS, line))
    const ofLine = faults.filter((found) => found.line !== null).map(({ fault }) => fault)
    expect(new Set(ofLine)).toEqual(new Set(expected))
    // What comes twice may be said of the other line.
    const twice = expected.includes('CODE_TWICE') || expected.includes('SET_TWICE')
    const elsewhere = faults.filter((found) => found.line !== null && found.line !== at)
    expect(twice ? [] : elsewhere).toEqual([])
    expect(changes).toEqual([])
  })

  test('a kind of account that stands nowhere, a file without heads, and quotes that do not end', async () => {
    const text = await saved()
    expect((await preview(text.replace('"SAVINGS"', '""'))).faults).toEqual([
      { line: null, fault: 'KIND_NOWHERE', text: 'SAVINGS' },
    ])
    expect((await preview('a,b\n1,2')).faults).toMatchObject([{ fault: 'HEADER' }])
    expect((await preview(`${text}"`)).faults).toMatchObject([{ fault: 'QUOTES' }])
  })
})

const changed = async () =>
  (await saved())
    .replace(SAVINGS, '"2111","Savings in dollars","2100","LIABILITY","CREDIT","SAVINGS | SAVINGS:USD"')
    .replace('"Vault"', '"Strongroom"')

const current = async () =>
  (await superuser.query<{ code: string }>('SELECT code FROM gl_accounts ORDER BY code')).rows.map(
    ({ code }) => code,
  )

describe('another chart', () => {
  test('needs a second person, who sees what comes, goes and changes', async () => {
    const text = await changed()
    expect((await preview(text)).changes).toEqual([
      { kind: 'ADDED', code: '2111', name: 'Savings in dollars' },
      { kind: 'CHANGED', code: '1110', name: 'Strongroom' },
      { kind: 'REMOVED', code: '2110', name: 'Savings accounts' },
    ])
    const key = randomUUID()
    await workplace.as('supervisor').call('books.proposeChart', { key, content: bytes(text) })
    expect(await current()).toContain('2110')
    const { facts } = await shownTo(workplace, 'supervisor2', key)
    expect(facts).toEqual({
      codesAdded: '2111 Savings in dollars',
      codesChanged: '1110 Strongroom',
      codesRemoved: '2110 Savings accounts',
    })
    expect(await approveAs(workplace, 'supervisor', key)).toMatchObject({
      ok: false,
      error: { code: 'OWN_PROPOSAL' },
    })
    expect(await approveAs(workplace, 'supervisor2', key)).toMatchObject({
      ok: true,
      value: { status: 'APPROVED' },
    })
    expect(await current()).toContain('2111')
    expect(await current()).not.toContain('2110')
    expect(await preview(text)).toEqual({ faults: [], changes: [] })
  })

  test('keeps the trial balance whole', async () => {
    const asked = { date: '2999-12-31', basis: 'BUSINESS' } as const
    const { balances } = await workplace.as('auditor').call('books.trialBalance', asked)
    expect(balances.find(({ code }) => code === '1110')).toMatchObject({ debits: '100000.00' })
    expect(balances.filter(({ code }) => code === null)).toEqual([])
  })

  test('is refused by the database too, whatever the application says', async () => {
    const chart = [{ code: '1', name: 'All', parent: null, class: 'ASSET', normalSide: 'DEBIT', sets: [] }]
    await expect(
      workplace.branch
        .pool('supervisor')
        .query('SELECT propose_chart($1, $2)', [randomUUID(), JSON.stringify(chart)]),
    ).rejects.toMatchObject({ constraint: 'CHART_FAULTY' })
  })
})
