import type { DocumentView } from '../../../shared/contract/customers.ts'
import { missingNeeds, needOf } from '../../../shared/rules/documents.ts'

/** Of each need that nothing covers or waits for, the document that was rejected last: why is to be told to the customer who is here. */
export const rejectedLast = (documents: readonly DocumentView[]): readonly DocumentView[] =>
  missingNeeds(documents).flatMap((need) =>
    documents
      .filter(({ documentType, status }) => status === 'REJECTED' && needOf(documentType) === need)
      .toSorted((one, other) => Date.parse(one.uploadedAt) - Date.parse(other.uploadedAt))
      .slice(-1),
  )
