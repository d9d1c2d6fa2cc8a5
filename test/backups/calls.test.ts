import { expect, test } from 'vitest'
import { identityOfSheet, recipientOf } from '../../electron/backup/keys.ts'
import { linesOf, secretOf } from '../../shared/rules/sheet-lines.ts'
import { approvedChange } from '../support/keys.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** What people decide about backups, at a workplace whose server is the bank's own. */

const workplace = await workplaceForFile()
const { superuser } = workplace.branch.database

const refusal = (fault: string) => ({ error: { code: 'BACKUP_REFUSED', details: { fault } } })

async function sheet(): Promise<string[]> {
  const approvalId = await approvedChange(workplace, 'KEY_SHEET')
  const { lines } = await workplace.as('admin').call('keys.makeSheet', { approvalId })
  await workplace.call('keys.keepSheet', { lines })
  return lines
}

test('the words that are in force encrypt backups; typed again they are on record, and others are refused', async () => {
  const lines = await sheet()
  const secret = Buffer.from(secretOf(lines) as Uint8Array)
  const settings = await workplace.state.backups.settings.read()
  expect(settings.sheet).toBe(await recipientOf(identityOfSheet(secret)))
  await workplace.state.backups.settings.change(() => ({ sheet: null, wordsCheckedAt: null }))
  // As after an update from a release whose sheets opened the documents alone.
  const { number } = await workplace.call('backups.checkWords', { lines })
  expect(await workplace.call('backups.read', {})).toMatchObject({
    isEmbedded: false,
    hasSheet: true,
    work: null,
  })
  const { rows } = await superuser.query<{ details: unknown }>(
    `SELECT details FROM audit_logs WHERE action = 'SHEET_CHECKED'`,
  )
  expect(only(rows).details).toEqual({ sheet: number })
  const other = linesOf(Buffer.alloc(32, 1))
  expect(await workplace.ask('backups.checkWords', { lines: other })).toMatchObject(refusal('WORDS_OTHER'))
  const swapped = lines.with(0, lines[1] ?? '').with(1, lines[0] ?? '')
  expect(await workplace.ask('backups.checkWords', { lines: swapped })).toMatchObject(
    secretOf(swapped) === 0 ? refusal('LINE_WRONG') : refusal('WORDS_OTHER'),
  )
})

test('nobody restores over a bank that is set up but an administrator, and nobody who is not one ends a backup', async () => {
  const asked = { folder: '/nowhere', system: '1', until: null, lines: linesOf(Buffer.alloc(32, 1)) }
  expect(await workplace.as('supervisor').ask('backups.restore', asked)).toMatchObject(refusal('NOT_ALLOWED'))
  expect(await workplace.ask('backups.look', { folder: '/nowhere' })).toMatchObject(refusal('NOT_ALLOWED'))
  expect(await workplace.ask('backups.cancel', {})).toMatchObject({ ok: true })
  expect(await workplace.ask('backups.read', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
})
