import { useTranslation } from 'react-i18next'
import type { ScannerView } from '../../../shared/contract/scanners.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './scanner-setup.module.css'

type Props = { readonly known: readonly ScannerView[]; readonly onAdded: () => void }

/** Scanners that this computer knows by itself, each with the button that adds it. Nothing where there is none. */
export function FoundScanners({ known, onAdded }: Props) {
  const { t } = useTranslation('scanners')
  const { answer } = useQueryCall('scanners.discover', {})
  const add = useCall('scanners.add')
  const found = answer.state === 'known' ? answer.value.found : []
  const others = found.filter(({ address }) => known.every((each) => each.address !== address))
  if (others.length === 0) return null
  const take = async (address: string) => {
    const added = await add.run({ address, fingerprint: null })
    if (added?.ok === true) onAdded()
  }
  return (
    <>
      <ul className={styles.list} aria-label={t('found')}>
        {others.map(({ name, address }) => (
          <li key={address}>
            <bdi>{name}</bdi>
            <span className={typography.secondary} dir="ltr">
              {address}
            </span>
            <span className={layout.grow} />
            <BusyButton
              variant="default"
              unavailable={add.busy}
              aria-label={t('addOne', { name })}
              onClick={() => void take(address)}
            >
              {t('add')}
            </BusyButton>
          </li>
        ))}
      </ul>
      <FailureNote failure={add.failure} />
    </>
  )
}
