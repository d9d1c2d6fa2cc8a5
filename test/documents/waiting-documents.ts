import type { TestWorkplace } from '../support/workplace.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument, showDocument } from '../support/documents.ts'
import { moveToOtherBranch } from '../support/other-branch.ts'
import { addUser } from '../support/users.ts'

/** A passport that is not uploaded yet, of a customer of its own. */
export const passport = async ({ branch }: TestWorkplace, changes: Parameters<typeof newDocument>[1] = {}) =>
  newDocument(await approvedCustomer(branch), changes)

/** An uploaded document and the decision on it as it was shown. */
export async function waiting(
  workplace: TestWorkplace,
  who: 'teller' | 'supervisor' = 'teller',
  changes: Parameters<typeof newDocument>[1] = {},
) {
  const document = await passport(workplace, changes)
  await workplace.as(who).call('documents.upload', document)
  const { documents } = await workplace.as('supervisor').call('documents.listQueue', {})
  const { shownHash } = documents.find(({ id }) => id === document.id) ?? { shownHash: '' }
  return { document, decision: { documentId: document.id, shownHash } }
}

/** The same, looked at by the supervisor. */
export async function shown(workplace: TestWorkplace, changes: Parameters<typeof newDocument>[1] = {}) {
  const found = await waiting(workplace, 'teller', changes)
  await showDocument(workplace, found.document.id)
  return found
}

/** A document of a customer whose home is another branch. */
export async function elsewhere(workplace: TestWorkplace) {
  const found = await waiting(workplace)
  await moveToOtherBranch(workplace.branch.database, found.document.customerId)
  return found
}

/** Another supervisor takes the case of a customer. */
export async function claimByOther({ branch }: TestWorkplace, customerId: string): Promise<void> {
  const { token } = await addUser(branch.database, branch.id, { role: 'SUPERVISOR' })
  await branch.database.pool(token).query('SELECT claim_case($1)', [customerId])
}
