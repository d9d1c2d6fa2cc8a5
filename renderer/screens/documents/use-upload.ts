import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { needOf, type Ask } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { call, type Failure } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { blankUpload, isDated, TYPES_OF, uploadSchema, type UploadFields } from './upload-schema.ts'
import { prefillOf, type Prefill } from './prefill.ts'
import { contentOf, type Entry } from './pages/entry.ts'
import { useEntries } from './pages/use-entries.ts'

type Form = UseFormReturn<UploadFields, unknown, UploadFields>
export type Uploaded = Pick<DocumentView, 'documentType' | 'status' | 'issuingCountry' | 'deletion'> & {
  /** The same picture stands with another customer. */
  readonly isTwin: boolean
}

const FIELD_OF = { DOCUMENT_NUMBER_TAKEN: 'documentNumber', DOCUMENT_EXPIRED: 'expiresAt' } as const

/** Uploads one document: its pages, its fields and one id, so that it is stored once even if it is sent twice. */
export function useUpload(
  customer: CustomerView,
  missing: readonly Ask[],
  first: File | undefined,
  onUploaded: (document: Uploaded) => void,
) {
  const { t } = useTranslation('documents')
  const { branch } = useSession()
  const upload = useCall('documents.upload')
  const [id] = useState(() => crypto.randomUUID())
  const blank = blankUpload(customer.kind, missing, customer.country)
  const form = useContractForm(uploadSchema(branch?.localDate ?? ''), blank)
  // Read here, because the library follows only what is read while a component is drawn.
  const { dirtyFields } = form.formState
  const pages = useEntries(first, {
    onTaken: () => form.setFocus('documentNumber'),
    onRead: (readings) => fillIn(form, dirtyFields, prefillOf(readings, TYPES_OF[customer.kind]), blank),
  })
  const [unchosen, setUnchosen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = form.handleSubmit(async ({ expiresAt, issuingCountry, issuedOn, ...fields }) => {
    const [content, ...further] = contentsOf(pages.entries) ?? []
    if (content === undefined) return setUnchosen(true)
    const answer = await upload.run({
      id,
      customerId: customer.id,
      ...fields,
      issuingCountry: needOf(fields.documentType) === 'identity' ? issuingCountry : null,
      issuedOn: isDated(fields.documentType) && issuedOn !== '' ? issuedOn : null,
      expiresAt: expiresAt === '' ? null : expiresAt,
      content,
      further,
    })
    if (answer === null) return
    if (answer.ok) {
      const found = await call('documents.listTwins', { documentId: id })
      const isTwin = found.ok && found.value.twins.length > 0
      const { documentType } = fields
      return onUploaded({ documentType, issuingCountry, status: 'PENDING', deletion: null, isTwin })
    }
    setFailure(showFailure(form, answer.error, FIELD_OF) ? null : answer.error)
  })
  return {
    form,
    pages,
    refused: pages.entries.flatMap((entry) =>
      refusalOf(entry, (file, problem) => t('upload.refused', { file, problem })),
    ),
    missingFile: unchosen && pages.entries.length === 0 ? t('upload.nothingChosen') : null,
    isPreparing: pages.entries.some(isUnfinished),
    failure,
    busy: upload.busy,
    save: () => void save(),
  }
}

/** What is handed in for all pages; null while one of them cannot be taken, which the form says. */
function contentsOf(entries: readonly Entry[]): Uint8Array[] | null {
  const contents = entries.flatMap((entry) => contentOf(entry) ?? [])
  return contents.length === entries.length ? contents : null
}

type Refused = { readonly id: string; readonly problem: string }

function refusalOf(entry: Entry, words: (file: string, problem: string) => string): Refused[] {
  if (entry.kind === 'page' || entry.problem === null) return []
  return [{ id: entry.id, problem: words(entry.name, entry.problem) }]
}

/** It cannot be handed in yet: a file that is not in memory, a page that is being cut or turned. */
const isUnfinished = (entry: Entry): boolean =>
  entry.kind === 'page' ? entry.busy : entry.chosen === null && entry.problem === null

/**
 * Takes over what was read into the fields that nobody has typed in: a person is never overruled. What an earlier file had filled in goes
 * with it.
 */
function fillIn(
  form: Form,
  typed: Form['formState']['dirtyFields'],
  values: Prefill,
  blank: UploadFields,
): void {
  for (const name of ['documentType', 'documentNumber', 'issuingCountry', 'expiresAt'] as const) {
    if (typed[name] === true) continue
    const value = values[name]
    form.setValue(name, value ?? blank[name], { shouldValidate: value !== undefined })
  }
}
