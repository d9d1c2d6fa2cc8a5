import { useTranslation } from 'react-i18next'
import type { PassbookState } from '../../../shared/contract/passbooks.ts'
import { Identifier, TimeText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import layout from '../../theme/layout.module.css'
import sums from '../../components/sums.module.css'

type Props = { readonly ended: PassbookState['ended'] }

/** The books that were ended, why and when. */
export function PassbooksBefore({ ended }: Props) {
  const { t } = useTranslation('accounts')
  if (ended.length === 0) return null
  return (
    <section className={layout.stack} aria-labelledby="passbooks-before">
      <h3 id="passbooks-before">{t('passbook.before')}</h3>
      <dl className={sums.sums}>
        {ended.map(({ id, serialNumber, reason, endedAt }) => (
          <Fact key={id} label={<Identifier>{serialNumber}</Identifier>}>
            {t(`passbook.endedFor.${reason}`)}, <TimeText value={endedAt} />
          </Fact>
        ))}
      </dl>
    </section>
  )
}
