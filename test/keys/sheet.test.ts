import { expect, test } from 'vitest'
import { inDatabase } from '../../electron/db/admin.ts'
import { isSheetLine, linesOf, NO_LINE, secretOf } from '../../shared/rules/sheet-lines.ts'
import { letIn } from '../../tools/recover/let-in.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { approvedChange, proposedChange } from '../support/keys.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Eight lines of paper open the documents when every password is lost. */

const workplace = await workplaceForFile()
const { database } = workplace.branch
const { superuser } = database

/** A sheet that two people made and that was read back from the paper. */
async function sheet() {
  const approvalId = await approvedChange(workplace, 'KEY_SHEET')
  const { lines } = await workplace.as('admin').call('keys.makeSheet', { approvalId })
  await workplace.call('keys.keepSheet', { lines })
  return lines
}

const recoverBy = (lines: readonly string[]) =>
  letIn(inDatabase(database.admin, database.admin.database), {
    username: 'supervisor',
    by: { sheet: lines },
    reason: 'Nobody knows a password',
    operator: 'root',
  })

const forgetEverybody = () =>
  superuser.query(
    `UPDATE user_keys SET wrapped_key = set_byte(wrapped_key, 110, get_byte(wrapped_key, 110) # 255)`,
  )

test('one person alone makes no sheet where there are two', async () => {
  const approvalId = await proposedChange(workplace, 'KEY_SHEET')
  for (const asked of [approvalId, null])
    expect(await workplace.as('admin').ask('keys.makeSheet', { approvalId: asked })).toMatchObject({
      error: { code: 'KEY_CHANGE_NOT_APPROVED' },
    })
})

test('a sheet is in force when it was read back, also by the first letters of its words, and nowhere in plain text', async () => {
  const approvalId = await approvedChange(workplace, 'KEY_SHEET')
  const { lines, number } = await workplace.as('admin').call('keys.makeSheet', { approvalId })
  expect(await superuser.query('SELECT FROM recovery_sheets')).toMatchObject({ rowCount: 0 })
  const typed = lines.map((line) =>
    line
      .split(' ')
      .map((word) => word.toUpperCase().slice(0, 4))
      .join('  '),
  )
  expect(await workplace.call('keys.keepSheet', { lines: typed })).toEqual({ number })
  expect((await workplace.call('keys.read', {})).sheet).toMatchObject({ number, madeBy: 'Ada Admin' })
  const secret = secretOf(lines)
  const { rows } = await superuser.query<{ wrapped_key: Buffer }>('SELECT wrapped_key FROM recovery_sheets')
  expect(only(rows).wrapped_key.includes(Buffer.from(secret as Uint8Array))).toBe(false)
})

test('a mistyped line is named, wherever the mistake is', async () => {
  const lines = await sheet()
  for (const [at, line] of lines.entries()) {
    const mistyped = lines.with(at, `x${line.slice(1)}`)
    expect(secretOf(mistyped)).toBe(at + 1)
    expect(await recoverBy(mistyped)).toMatchObject({
      error: {
        details: { reason: `Line ${at + 1} is not as it is printed: compare it letter by letter.` },
      },
    })
  }
})

test('words in the wrong order are no sheet, but for one order in 256, which is another sheet’s', () => {
  const secret = Buffer.alloc(32, 7)
  const lines = linesOf(secret)
  expect(Buffer.from(secretOf(lines) as Uint8Array)).toEqual(secret)
  const swapped = lines.with(0, lines[1] ?? '').with(1, lines[0] ?? '')
  expect(secretOf(swapped)).toBe(NO_LINE)
})

test('a sheet that was printed in characters before opens what it opened', () => {
  const printed = '000G 40SA|0G2G C1SQ|104G M2WZ|1G6G W3RD|208H 44T7|2GAH C5TT|30CH M6ZJ|3GEH W7VS'.split('|')
  expect(printed.map((line, at) => isSheetLine(at + 1, line.toLowerCase()))).toEqual(printed.map(() => true))
  expect(Array.from(secretOf(printed) as Uint8Array)).toEqual(Array.from({ length: 32 }, (_, at) => at))
  expect(secretOf(printed.with(2, printed[3] ?? ''))).toBe(3)
})

test('when every password is lost, the sheet lets somebody in who opens every document; the one before it opens nothing', async () => {
  const document = newDocument(await approvedCustomer(workplace.branch))
  await workplace.as('teller').call('documents.upload', document)
  const before = await sheet()
  const lines = await sheet()
  // The sheet in the safe follows a change of the key.
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  await workplace.as('admin').call('keys.rotate', { approvalId })
  await forgetEverybody()
  expect(
    await workplace.as('supervisor').ask('documents.readFile', { documentId: document.id }),
  ).toMatchObject({
    error: { code: 'DOCUMENT_KEY_MISSING' },
  })
  expect(await recoverBy(before)).toMatchObject({
    error: {
      details: { reason: expect.stringMatching(/^The valid recovery sheet is no\. \d+\. These lines/) },
    },
  })
  const recovered = await recoverBy(lines)
  const password = recovered.ok ? recovered.value : ''
  workplace.state.session = null
  await workplace.call('sessions.signIn', { username: 'supervisor', password })
  await workplace.call('sessions.changePassword', {
    currentPassword: password,
    newPassword: 'a password of my own',
  })
  expect(await workplace.ask('documents.readFile', { documentId: document.id })).toMatchObject({ ok: true })
  const { rows } = await superuser.query<{ details: unknown }>(
    `SELECT details FROM audit_logs WHERE action = 'ACCESS_RECOVERED'`,
  )
  expect(only(rows).details).toMatchObject({ sheet: expect.any(Number), operator: 'root' })
})
