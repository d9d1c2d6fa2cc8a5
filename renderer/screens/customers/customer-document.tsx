import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { DocumentView as Document } from '../../../shared/contract/document-views.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { DocumentView } from '../documents/document-view.tsx'
import { useShowing } from '../documents/use-showing.ts'
import { WaitingCorrections } from './waiting-corrections.tsx'

type Props = {
  readonly customer: CustomerView
  readonly document: Document
  /** `message` says what was decided. */
  readonly onClose: (message?: string) => void
}

/** One document of the customer, and beside it the correction that rests on it, decided with the document in sight. */
export function CustomerDocument({ customer, document, onClose }: Props) {
  const showing = useShowing(document.id)
  return (
    <DocumentView
      document={document}
      holder={fullName(customer)}
      onLook={showing.onLook}
      onClose={() => onClose()}
    >
      <WaitingCorrections
        customerId={customer.id}
        beside={{ documentId: document.id, showing, onDecided: onClose }}
      />
    </DocumentView>
  )
}
