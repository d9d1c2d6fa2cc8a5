import { useTranslation } from 'react-i18next'
import type { DocumentRequest } from '../../../shared/contract/kyc.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { spokenCode } from './missing-words.ts'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'

/** What a supervisor asked of the customer and nobody has brought yet: on the case, the customer's page and at the counter. */
export function AskedFor({ customerId }: { readonly customerId: string }) {
  const { answer } = useQueryCall('documents.listRequests', { customerId })
  if (answer.state !== 'known') return null
  return answer.value.requests.map((request) => <OneRequest key={request.id} request={request} />)
}

function OneRequest({ request }: { readonly request: DocumentRequest }) {
  const { t } = useTranslation('documents')
  const { time } = useBranchTime()
  const ending = useCall('documents.endRequest')
  const may = useMay('documents.endRequest')
  const { id, missing, words, askedBy, askedAt, kind } = request
  return (
    <Note tone="warn">
      <p>
        <b>{t('more.title')}</b>: {missing.map((code) => t(`more.code.${spokenCode(code, kind)}`)).join(', ')}
      </p>
      {words !== null && <p>{words}</p>}
      <p className={typography.secondary}>{t('more.by', { name: askedBy, time: time(askedAt) })}</p>
      {may && (
        <button type="button" className={buttons.link} onClick={() => void ending.run({ requestId: id })}>
          {t('more.end')}
        </button>
      )}
      <FailureNote failure={ending.failure} />
    </Note>
  )
}
