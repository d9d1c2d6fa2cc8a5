import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import {
  digestOf,
  approveDocumentSql,
  lookAt,
  newDocument,
  showDocument,
  uploadDocument,
} from '../support/documents.ts'
import { moveToOtherBranch } from '../support/other-branch.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { signedIn } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch

const audited = async (document: string, action: string) => {
  const { rows } = await database.superuser.query<{ user_id: string; details: Record<string, unknown> }>(
    'SELECT user_id, details FROM audit_logs WHERE resource_id = $1 AND action = $2',
    [document, action],
  )
  return rows
}

/** A document that waits, and what a decision on it is bound to. */
async function waiting() {
  const document = newDocument(await approvedCustomer(branch))
  await workplace.as('teller').call('documents.upload', document)
  const { documents } = await workplace.as('supervisor').call('documents.listQueue', {})
  const { shownHash = '' } = documents.find(({ id }) => id === document.id) ?? {}
  return { documentId: document.id, customerId: document.customerId, shownHash }
}

test('a document is not approved before it was shown to the person who approves it', async () => {
  const decision = await waiting()
  const notShown = { ok: false, error: { code: 'NOT_SHOWN' } }
  expect(await workplace.as('supervisor').ask('documents.approve', decision)).toMatchObject(notShown)
  await workplace.as('supervisor').call('documents.readFile', { documentId: decision.documentId })
  expect(await workplace.ask('documents.approve', decision)).toMatchObject(notShown)
  await showDocument(workplace.as('supervisor2'), decision.documentId)
  expect(await workplace.as('supervisor').ask('documents.approve', decision)).toMatchObject(notShown)
  await showDocument(workplace.as('supervisor'), decision.documentId)
  expect(await workplace.ask('documents.approve', decision)).toMatchObject({ ok: true })
})

test('what was shown in an earlier session of the same person is not enough', async () => {
  const document = await uploadDocument(database, staff.teller, await approvedCustomer(branch), 'PASSPORT')
  await lookAt(database, staff.supervisor, document)
  const later = await signedIn(database, staff.supervisor.username)
  const approving = database
    .pool(later.token)
    .query(approveDocumentSql('$1', '$2'), [document, await digestOf(database, document)])
  await expect(approving).rejects.toMatchObject(refused('NOT_SHOWN'))
})

test('what could not be shown can be rejected, and the audit says that it was not shown', async () => {
  const decision = await waiting()
  await workplace.as('supervisor').call('documents.reject', {
    ...decision,
    reasonCode: 'UNREADABLE',
    reason: 'It cannot be opened',
  })
  const { details } = only(await audited(decision.documentId, 'STATUS_REJECTED'))
  expect(details).toMatchObject({
    after: { shown_to_checker: false, rejection_reason: 'It cannot be opened' },
  })
})

test('looking at a document is on record before its content is handed out: who, what, when and from where', async () => {
  const { documentId } = await waiting()
  await workplace.as('auditor').call('documents.readFile', { documentId })
  const { user_id, details } = only(await audited(documentId, 'VIEWED'))
  expect(user_id).toBe(staff.auditor.id)
  expect(details).toMatchObject({ workstation: database.workstation(1).user })
  const { rows } = await database.superuser.query(
    'SELECT user_id FROM document_views WHERE document_id = $1',
    [documentId],
  )
  expect(only(rows)).toEqual({ user_id: staff.auditor.id })
})

test('a look that could still be rolled back gives no content', async () => {
  const { documentId } = await waiting()
  const client = await branch.pool('auditor').connect()
  try {
    await client.query('BEGIN')
    const reading = client.query('SELECT * FROM read_document_content(open_document($1))', [documentId])
    await expect(reading).rejects.toMatchObject(refused('LOOK_NOT_RECORDED'))
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
  expect(await audited(documentId, 'VIEWED')).toEqual([])
})

test('a ticket gives content for five minutes', async () => {
  const { documentId } = await waiting()
  const { ticket } = await workplace.as('auditor').call('documents.readFile', { documentId })
  await database.superuser.query(`UPDATE document_views SET opened_at = opened_at - interval '6 minutes'`)
  const late = branch.pool('auditor').query('SELECT * FROM read_document_content($1)', [ticket])
  await expect(late).rejects.toMatchObject(refused('LOOK_NOT_RECORDED'))
})

test('the queue shows what is of the branch, and not what another branch decides', async () => {
  const { documentId, customerId } = await waiting()
  await moveToOtherBranch(database, customerId)
  const { documents } = await workplace.as('supervisor').call('documents.listQueue', {})
  expect(documents.map(({ id }) => id)).not.toContain(documentId)
})

test('one damaged row does not close the queue: the others are shown, and it is counted', async () => {
  const [sound, damaged] = [await waiting(), await waiting()]
  const set = (date: string) =>
    database.superuser.query('UPDATE kyc_documents SET expires_at = $1 WHERE id = $2', [
      date,
      damaged.documentId,
    ])
  await expect(set('infinity')).rejects.toMatchObject({ constraint: 'kyc_documents_expires_at_calendar' })
  await database.superuser.query(
    'ALTER TABLE kyc_documents DROP CONSTRAINT kyc_documents_expires_at_calendar',
  )
  await set('infinity')
  const { documents, unreadable } = await workplace.as('supervisor').call('documents.listQueue', {})
  expect(documents.map(({ id }) => id)).toContain(sound.documentId)
  expect(unreadable).toBe(1)
})
