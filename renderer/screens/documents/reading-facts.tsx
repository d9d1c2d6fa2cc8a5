import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { countryName } from '../customers/countries.ts'
import { compareReading, type Compared } from './compare-reading.ts'
import { readingOf } from './prefill.ts'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

type Props = { readonly item: QueuedDocument; readonly customer: CustomerView }

/**
 * What a machine read of the document where it differs from what was typed, before anything else, because the decision hangs on it;
 * what agrees stands below in the data on file and is only named. Nothing when nothing was read.
 */
export function ReadingFacts({ item, customer }: Props) {
  const { t } = useTranslation('documents')
  // The same look as that of the viewer: the answer is kept, and no second one is recorded.
  const { answer } = useQueryCall('documents.readFile', { documentId: item.id })
  const reading = answer.state === 'known' ? readingOf(answer.value.readings) : undefined
  if (reading === undefined) return null
  const compared = compareReading(reading, item, customer)
  const differing = compared.filter(({ state }) => state === 'differs').length
  return (
    <section aria-label={t('reading.title')}>
      <h3 className={styles.title}>{t('reading.title')}</h3>
      <p className={differing > 0 ? styles.differing : typography.secondary}>
        {differing > 0 ? t('reading.differences', { count: differing }) : t('reading.noDifference')}
      </p>
      <dl className={styles.facts}>
        {compared
          .filter((line) => !agrees(line))
          .map((line) => (
            <ReadFact key={line.field} line={line} />
          ))}
      </dl>
      <Agreeing lines={compared.filter(agrees)} />
    </section>
  )
}

/** Whether there is no more to say of it than that it is as it was typed. */
const agrees = ({ state, read }: Compared): boolean => state === 'same' && read.suggestion === null

/** What is as it was typed: by a check digit, or without one. */
function Agreeing({ lines }: { readonly lines: readonly Compared[] }) {
  const { t } = useTranslation('documents')
  const named = (byDigit: boolean) =>
    lines
      .filter(({ read }) => (read.vouched === 'DIGIT') === byDigit)
      .map(({ field }) => t(`reading.field.${field}`))
      .join(', ')
  const [byDigit, others] = [named(true), named(false)]
  return (
    <>
      {byDigit !== '' && (
        <p className={typography.secondary}>{t('reading.agreeByDigit', { fields: byDigit })}</p>
      )}
      {others !== '' && <p className={typography.secondary}>{t('reading.agree', { fields: others })}</p>}
    </>
  )
}

function ReadFact({ line }: { readonly line: Compared }) {
  const { t } = useTranslation('documents')
  const { field, read, typed, state } = line
  return (
    <Fact label={t(`reading.field.${field}`)}>
      <Value field={field} text={read.text} />{' '}
      <span className={typography.secondary}>
        {t(read.vouched === 'DIGIT' ? 'reading.byDigit' : 'reading.byNothing')}
      </span>
      {state === 'differs' && typed !== null && (
        <p className={styles.differing}>
          {t('reading.typed')} <Value field={field} text={typed} />
        </p>
      )}
      {read.suggestion !== null && (
        <p className={typography.secondary}>
          {t('reading.suggestion')} <Value field={field} text={read.suggestion} />
        </p>
      )}
    </Fact>
  )
}

function Value({ field, text }: { readonly field: Compared['field']; readonly text: string }) {
  if (field === 'expiresAt' || field === 'dateOfBirth') return <DateText value={text} />
  if (field === 'issuer') return countryName(text)
  return field === 'documentNumber' ? <Identifier>{text}</Identifier> : <bdi>{text}</bdi>
}
