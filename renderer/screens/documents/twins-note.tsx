import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'

/** Says that the same picture stands with another customer, and with whom where the reader may know. Nothing where there is none. */
export function TwinsNote({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation('documents')
  const { answer } = useQueryCall('documents.listTwins', { documentId })
  const twins = answer.state === 'known' ? answer.value.twins : []
  if (twins.length === 0) return null
  return (
    <Note tone="warn">
      <p>{t('twins.found')}</p>
      {twins.map(({ documentId: twin, customerName, customerNumber }) => (
        <p key={twin}>
          {customerName === null ? (
            t('twins.elsewhere')
          ) : (
            <>
              <bdi>{customerName}</bdi> <Identifier>{customerNumber ?? ''}</Identifier>
            </>
          )}
        </p>
      ))}
    </Note>
  )
}
