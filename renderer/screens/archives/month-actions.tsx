import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive, Seal } from '../../../shared/contract/archives.ts'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

type Props = { readonly archive: Archive; readonly seal: Seal }

/** Moving a month of the audit log out of it, which a second person approves, and bringing it back. */
export function MonthActions({ archive: { state }, seal }: Props) {
  const { t } = useTranslation('archives')
  const mayPropose = useMay('archives.proposeDetach')
  const propose = useCall('archives.proposeDetach')
  const attach = useCall('archives.attach')
  const [key] = useState(() => crypto.randomUUID())
  const [proposed, setProposed] = useState(false)
  const isAway = state === 'AWAY'
  const detachIt = async () => {
    const answer = await propose.run({ key, sealId: seal.id })
    if (answer?.ok === true) setProposed(true)
  }
  const offersDetach = !isAway && mayPropose
  const moveOut = () => void detachIt()
  const bringBack = () => void attach.run({ sealId: seal.id })
  useKeys({
    ...(offersDetach ? { M: { label: t('detach'), run: moveOut, disabled: proposed } } : {}),
    ...(isAway ? { B: { label: t('attach'), run: bringBack } } : {}),
  })
  return (
    <>
      {offersDetach && (
        <BusyButton variant="default" keys="M" busy={propose.busy} unavailable={proposed} onClick={moveOut}>
          {t('detach')}
        </BusyButton>
      )}
      {isAway && (
        <BusyButton keys="B" busy={attach.busy} onClick={bringBack}>
          {t('attach')}
        </BusyButton>
      )}
      {proposed && <Note tone="ok">{t('detachProposed')}</Note>}
      <FailureNote failure={propose.failure ?? attach.failure} />
    </>
  )
}
