import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { missingKinds } from '../customers/progress.ts'
import { UploadForm, type Uploaded } from './upload-form.tsx'

type Props = { readonly customer: CustomerView; readonly onClose: (message?: string) => void }

/** Uploads one document after the other until nothing that KYC needs is missing. */
export function UploadView({ customer, onClose }: Props) {
  const { t } = useTranslation('documents')
  const [done, setDone] = useState<readonly Uploaded[]>([])
  const last = done.at(-1)
  const said = last === undefined ? null : t('upload.uploaded', { type: t(`type.${last.documentType}`) })
  const missing = missingKinds([...customer.documents, ...done])
  useKeys({ Escape: { label: t('upload.cancel'), run: () => onClose(said ?? undefined), quiet: true } })

  const onUploaded = (document: Uploaded) => {
    const left = missingKinds([...customer.documents, ...done, document])
    if (left.length > 0) setDone([...done, document])
    else onClose(t('upload.uploaded', { type: t(`type.${document.documentType}`) }))
  }
  return (
    <UploadForm
      key={done.length}
      customer={customer}
      missing={missing}
      notice={said !== null && <Note tone="ok">{said}</Note>}
      onUploaded={onUploaded}
      onClose={() => onClose(said ?? undefined)}
    />
  )
}
