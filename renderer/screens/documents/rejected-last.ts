import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { missingAsks, needOf, type Ask } from '../../../shared/rules/documents.ts'

/** Of what is asked and nothing covers or waits for, the document that was rejected last: why is to be told to the customer who is here. */
export const rejectedLast = (
  documents: readonly DocumentView[],
  asks: readonly Ask[],
): readonly DocumentView[] =>
  missingAsks(documents, asks).flatMap(({ need }) =>
    documents
      .filter(({ documentType, status }) => status === 'REJECTED' && needOf(documentType) === need)
      .toSorted((one, other) => Date.parse(one.uploadedAt) - Date.parse(other.uploadedAt))
      .slice(-1),
  )
