import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { isErrorCode } from '../../../shared/errors.ts'
import { Note } from '../../components/failure-note.tsx'
import { useFocusIfLost } from '../../components/use-focus-if-lost.ts'
import { messageForCode } from '../../feedback/messages.ts'

/** What came of a proposal, in a sentence; nothing while it waits. */
export function Outcome({ view }: { readonly view: ApprovalView }) {
  return view.status === 'PENDING' ? null : <Ended view={view} status={view.status} />
}

type EndedProps = {
  readonly view: ApprovalView
  readonly status: Exclude<ApprovalView['status'], 'PENDING'>
}

/** It stands where the button was that was pressed, so that it takes the focus. */
function Ended({ view: { failure, decidedBy }, status }: EndedProps) {
  const { t } = useTranslation('approvals')
  const note = useFocusIfLost<HTMLDivElement>()
  return (
    <Note ref={note} tone={status === 'APPROVED' ? 'ok' : status === 'FAILED' ? 'bad' : 'info'}>
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
