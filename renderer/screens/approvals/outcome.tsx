import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { isErrorCode } from '../../../shared/errors.ts'
import { Note } from '../../components/failure-note.tsx'
import { messageForCode } from '../../feedback/messages.ts'

/** What came of a proposal, in a sentence. */
export function Outcome({ view }: { readonly view: ApprovalView }) {
  const { t } = useTranslation('approvals')
  const { status, failure, decidedBy } = view
  if (status === 'PENDING') return null
  return (
    <Note tone={status === 'APPROVED' ? 'ok' : status === 'FAILED' ? 'bad' : 'info'}>
      <p>
        <b>{t(`ended.${status}`, { name: decidedBy ?? '' })}</b>
      </p>
      {failure !== null && isErrorCode(failure.code) && (
        <p>{messageForCode(failure.code, textsOf(failure.details))}</p>
      )}
    </Note>
  )
}

const textsOf = (details: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
