import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { superuser } = workplace.branch.database

test('a file that no document names is collected and its removal recorded; the file of a document stays', async () => {
  const document = newDocument(await approvedCustomer(workplace.branch))
  await workplace.as('teller').call('documents.upload', document)
  const { rows: orphans } = await superuser.query<{ id: string }>(
    `INSERT INTO kyc_files (id, media_type, byte_size, content, created_by)
    SELECT gen_random_uuid(), f.media_type, f.byte_size, f.content, f.created_by
    FROM kyc_files f JOIN kyc_documents d ON d.file_id = f.id WHERE d.id = $1 RETURNING id`,
    [document.id],
  )
  const orphan = only(orphans).id
  await superuser.query('SELECT collect_orphan_files()')
  const left = await superuser.query('SELECT FROM kyc_files WHERE id = $1', [orphan])
  expect(left.rows).toEqual([])
  const audit = await superuser.query(
    `SELECT action, details -> 'before' ->> 'media_type' AS type FROM audit_logs WHERE resource_id = $1`,
    [orphan],
  )
  expect(audit.rows).toContainEqual({ action: 'DELETED', type: 'image/jpeg' })
  await workplace.as('teller').call('documents.readFile', { documentId: document.id })
})

test('collecting leaves the guards of the files as they were', async () => {
  await superuser.query('SELECT collect_orphan_files()')
  const { rows } = await superuser.query<{ forced: boolean; guard: string }>(
    `SELECT c.relforcerowsecurity AS forced, t.tgenabled AS guard FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE c.oid = 'kyc_files'::regclass AND t.tgname = 'no_change'`,
  )
  expect(rows).toEqual([{ forced: true, guard: 'O' }])
})
