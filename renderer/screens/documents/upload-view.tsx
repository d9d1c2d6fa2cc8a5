import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missingAsks } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { Note } from '../../components/failure-note.tsx'
import { UploadForm } from './upload-form.tsx'
import type { Uploaded } from './use-upload.ts'

type Props = { readonly customer: CustomerView; readonly onClose: (message?: string) => void }

/** Uploads one document after another until KYC has all that it needs and no chosen file is left. */
export function UploadView({ customer, onClose }: Props) {
  const { t } = useTranslation('documents')
  const [done, setDone] = useState<readonly Uploaded[]>([])
  const [files, setFiles] = useState<readonly File[]>([])
  const wordsFor = ({ documentType, isTwin }: Uploaded) => {
    const uploaded = t('upload.uploaded', { type: t(`type.${documentType}`) })
    return isTwin ? t('twins.uploaded', { uploaded }) : uploaded
  }
  const last = done.at(-1)
  const message = last === undefined ? undefined : wordsFor(last)
  const onUploaded = (document: Uploaded) => {
    const left = missingAsks([...customer.documents, ...done, document], customer.asks)
    setFiles(files.slice(1))
    if (left.length > 0 || files.length > 1) setDone([...done, document])
    else onClose(wordsFor(document))
  }
  return (
    <UploadForm
      key={done.length}
      customer={customer}
      missing={missingAsks([...customer.documents, ...done], customer.asks)}
      files={files}
      onFiles={setFiles}
      notice={message !== undefined && <Note tone={last?.isTwin === true ? 'warn' : 'ok'}>{message}</Note>}
      onUploaded={onUploaded}
      onClose={() => onClose(message)}
    />
  )
}
