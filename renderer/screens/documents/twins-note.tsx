import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import styles from './review.module.css'

type Twin = CallOutput<'documents.listTwins'>['twins'][number]

/** A customer who has it twice is named once; those of other branches are not told apart. */
const eachOnce = (twins: readonly Twin[]): readonly Twin[] => [
  ...new Map(twins.map((twin) => [twin.customerNumber, twin])).values(),
]

/** Says that the same picture stands with another customer, and with whom where the reader may know. Nothing where there is none. */
export function TwinsNote({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation('documents')
  const { answer } = useQueryCall('documents.listTwins', { documentId })
  const twins = answer.state === 'known' ? answer.value.twins : []
  if (twins.length === 0) return null
  return (
    <div className={styles.notes}>
      <Note tone="warn">
        <p>{t('twins.found')}</p>
        {eachOnce(twins).map(({ documentId: twin, customerName, customerNumber }) => (
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
    </div>
  )
}
