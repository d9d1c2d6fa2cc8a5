import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedScanner, ScannerView } from '../../../shared/contract/scanners.ts'
import { refresh } from '../../calls/refresh.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { CertificateQuestion } from './certificate-question.tsx'
import { foundList } from './found-list.ts'
import { ScannerRow } from './scanner-row.tsx'
import { useAddScanner } from './use-add-scanner.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from '../../components/device-list.module.css'

type Props = { readonly known: readonly ScannerView[]; readonly onAdded: () => void }

const NONE: readonly OfferedScanner[] = []

/** Asked only while this is shown: what answers in the network comes within seconds, what drivers know may take longer. */
function useFound(known: readonly ScannerView[]) {
  const network = useQueryCall('scanners.discover', { where: 'NETWORK' })
  const computer = useQueryCall('scanners.discover', { where: 'COMPUTER' })
  const client = useQueryClient()
  const answered = network.answer.state === 'known' ? network.answer.value : null
  // A known scanner that has moved is kept where it is now, as soon as it is heard of there.
  useEffect(() => {
    if (answered !== null) void refresh(client, { queryKey: ['scanners.list'] })
  }, [client, answered])
  const [inNetwork, inComputer] = [network, computer].map(({ answer }) =>
    answer.state === 'known' ? answer.value.found : NONE,
  )
  return {
    found: foundList(known, inNetwork ?? NONE, inComputer ?? NONE),
    looking: network.fetching || computer.fetching,
    again: () => {
      network.refetch()
      computer.refetch()
    },
  }
}

/** Scanners that answer in the network or that this computer knows by itself, each with the button that adds it. */
export function FoundScanners({ known, onAdded }: Props) {
  const { t } = useTranslation('scanners')
  const { found, looking, again } = useFound(known)
  const add = useAddScanner(onAdded)
  return (
    <>
      <div className={layout.sideBySide}>
        <h3 className={typography.primary}>{t('found')}</h3>
        <output className={typography.secondary}>
          {looking ? t('looking') : found.length === 0 ? t('noneFound') : null}
        </output>
        <span className={layout.grow} />
        <BusyButton variant="subtle" busy={looking} onClick={again}>
          {t('lookAgain')}
        </BusyButton>
      </div>
      {found.length > 0 && (
        <ul className={styles.list} aria-label={t('found')}>
          {found.map((scanner) => (
            <ScannerRow key={scanner.address} {...scanner}>
              <BusyButton
                variant="default"
                unavailable={add.busy}
                aria-label={t('addOne', { name: scanner.name })}
                onClick={() => void add.run(scanner.address, null)}
              >
                {t('add')}
              </BusyButton>
            </ScannerRow>
          ))}
        </ul>
      )}
      {add.asked !== null && (
        <CertificateQuestion fingerprint={add.asked.fingerprint} onAccept={add.accept} />
      )}
      <FailureNote failure={add.failure} />
    </>
  )
}
