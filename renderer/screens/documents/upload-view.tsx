import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missingNeeds } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { Note } from '../../components/failure-note.tsx'
import { UploadForm } from './upload-form.tsx'
import type { Uploaded } from './use-upload.ts'

type Props = { readonly customer: CustomerView; readonly onClose: (message?: string) => void }

/** Uploads one document after another until KYC has all that it needs. */
export function UploadView({ customer, onClose }: Props) {
  const { t } = useTranslation('documents')
  const [done, setDone] = useState<readonly Uploaded[]>([])
  const wordsFor = ({ documentType }: Uploaded) => t('upload.uploaded', { type: t(`type.${documentType}`) })
  const last = done.at(-1)
  const message = last === undefined ? undefined : wordsFor(last)
  const onUploaded = (document: Uploaded) => {
    const left = missingNeeds([...customer.documents, ...done, document])
    if (left.length > 0) setDone([...done, document])
    else onClose(wordsFor(document))
  }
  return (
    <UploadForm
      key={done.length}
      customer={customer}
      missing={missingNeeds([...customer.documents, ...done])}
      notice={message !== undefined && <Note tone="ok">{message}</Note>}
      onUploaded={onUploaded}
      onClose={() => onClose(message)}
    />
  )
}
