import { useTranslation } from 'react-i18next'
import type { PresenterView } from '../../../shared/contract/presenter.ts'
import { Identifier } from '../../components/bidi.tsx'

/** Who stood at the counter, by which document, and for whom where that was not the holder of the account. */
export function PresenterFact({ presenter }: { readonly presenter: PresenterView }) {
  const { t } = useTranslation(['postings', 'documents'])
  const { name, document, onBehalfOf } = presenter
  return (
    <>
      <bdi>{name}</bdi>
      {document !== null && (
        <>
          <br />
          {t(`documents:type.${document.type}`)} <Identifier>{document.number}</Identifier>{' '}
          <Identifier>{document.country}</Identifier>
        </>
      )}
      {onBehalfOf !== null && (
        <>
          <br />
          {t('presenter.for', { name: onBehalfOf })}
        </>
      )}
    </>
  )
}
