import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { renderStatementCamt } from '../../electron/print/statement-camt.ts'
import { NASTY_STRINGS } from '../contract/nasty-strings.ts'
import { isInstalled, runProgram } from '../support/programs.ts'
import { OPTIONS, statementOf } from './samples.ts'

/** The statement for bookkeeping programs. CAMT_XSD is the path of ISO 20022's schema camt.053.001.08, which is not shipped here. */

const SCHEMA = process.env['CAMT_XSD']
const missing = [
  ...(SCHEMA === undefined ? ['CAMT_XSD with the path of the schema'] : []),
  ...(isInstalled('xmllint') ? [] : ['xmllint']),
]
const folder = await mkdtemp(join(tmpdir(), 'corex-camt-'))
afterAll(() => rm(folder, { recursive: true }))

const WHEN = { timeZone: OPTIONS.timeZone, madeAt: OPTIONS.createdAt }
type Sample = Parameters<typeof statementOf>

const rendered = (...[entries, changes, opening]: Sample) =>
  new TextDecoder().decode(renderStatementCamt(statementOf(entries, changes, opening), WHEN))

/** What xmllint says of a text: nothing but that it validates, or why not. */
async function validated(text: string) {
  const file = join(folder, 'statement.xml')
  await writeFile(file, text)
  return runProgram('xmllint', ['--noout', '--schema', SCHEMA ?? '', file])
}

const CREDIT = { side: 'CREDIT' as const, cents: 120_050n }
const DEBIT = { side: 'DEBIT' as const, cents: 50_00n, description: 'Rent <November> & "more"' }

const STATEMENTS: readonly (readonly [string, Sample])[] = [
  ['of an account with entries', [[CREDIT, DEBIT]]],
  ['of an account without any', [[]]],
  ['of an overdrawn account', [[DEBIT], {}, 10n]],
  ['of a loan', [[DEBIT, { ...CREDIT, cents: 1n }], { accountType: 'LOAN' }]],
  ['in a currency without decimals', [[CREDIT], { currency: 'JPY' }]],
  ['of a holder with the longest name', [[CREDIT], { customerName: 'Ж'.repeat(201) }]],
  [
    'with every string as its description',
    [NASTY_STRINGS.map((text) => ({ ...CREDIT, description: text.slice(0, 200) }))],
  ],
]

test.skipIf(missing.length > 0).each(STATEMENTS)(
  `a statement %s is valid by ISO 20022's schema${missing.length > 0 ? ` (needs ${missing.join(' and ')})` : ''}`,
  async (_, sample) => {
    expect(await validated(rendered(...sample))).toMatchObject({ ok: true })
  },
)

test.skipIf(missing.length > 0)('the schema refuses another statement', async () => {
  const text = rendered([CREDIT]).replace('<Cd>OPBD</Cd>', '')
  expect(await validated(text)).toMatchObject({ ok: false })
})

test('balances and sums have a direction and no sign', () => {
  const text = rendered([DEBIT], {}, 10n)
  expect(text).toContain(
    '<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt>',
  )
  expect(text).toContain(
    '<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">49.90</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-11-23</Dt>',
  )
  expect(text).toContain(
    '<TtlNtries><NbOfNtries>1</NbOfNtries><Sum>50.00</Sum><TtlNetNtry><Amt>50.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TtlNetNtry></TtlNtries>',
  )
})

test('what a customer owes on a loan is a debit', () => {
  const text = rendered([DEBIT], { accountType: 'LOAN' })
  expect(text).toContain(
    '<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>',
  )
})

test('an entry has its reference, its kind and the teller’s words', () => {
  const text = rendered([DEBIT])
  expect(text).toContain(
    '<NtryRef>T260105-000001</NtryRef><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>',
  )
  expect(text).toContain('<Cd>CNTR</Cd><SubFmlyCd>CWDL</SubFmlyCd>')
  expect(text).toContain(
    '<AddtlNtryInf>Cash withdrawal: Rent &lt;November&gt; &amp; &quot;more&quot;</AddtlNtryInf>',
  )
})
