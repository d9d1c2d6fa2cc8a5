import { expect, test } from 'vitest'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument, showDocument } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

test('what was decided today is counted from midnight where the branch is', async () => {
  const document = newDocument(await approvedCustomer(branch), { expiresAt: null })
  const { id } = document
  await workplace.as('teller').call('documents.upload', document)
  workplace.become(branch.staff.supervisor)
  const waiting = (await workplace.call('documents.listQueue', {})).documents.find(
    (queued) => queued.id === id,
  )
  await showDocument(workplace, id)
  await workplace.call('documents.approve', { documentId: id, shownHash: waiting?.shownHash ?? '' })
  const zone = 'Pacific/Kiritimati' // its day begins ten hours into UTC's
  await branch.database.superuser.query('UPDATE branches SET time_zone = $1', [zone])
  const approvedWhenDecided = async (seconds: number) => {
    await branch.database.superuser.query(
      `UPDATE kyc_documents SET decided_at = date_trunc('day', now(), $1) + make_interval(secs => $2) WHERE id = $3`,
      [zone, seconds, id],
    )
    return (await workplace.call('documents.listQueue', {})).decidedToday.approved
  }
  expect([await approvedWhenDecided(0), await approvedWhenDecided(-1)]).toEqual([1, 0])
})
