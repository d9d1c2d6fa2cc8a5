import { useTranslation } from 'react-i18next'
import type { WorkstationRow } from '../../../shared/contract/workstations.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { announce } from '../../feedback/announce.ts'
import { ContentBox } from './content-box.tsx'
import { seenText, WorkstationBadge } from './workstation-table.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly workstation: WorkstationRow }

/** One workstation: since when, from where, and the end of it. */
export function WorkstationDetail({ workstation }: Props) {
  const { t } = useTranslation('workstations')
  const mayRevoke = useMay('workstations.revoke')
  const { id, computer, status, own } = workstation
  return (
    <>
      <header className={panel.head}>
        <h2>
          <bdi>{computer}</bdi>
        </h2>
        <span className={layout.grow} />
        <WorkstationBadge status={status} t={t} />
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        {status === 'BY_SERVER' && <Note tone="info">{t('byServer')}</Note>}
        <Facts workstation={workstation} />
        {own && <ContentBox />}
        {mayRevoke && id !== null && status === 'ACTIVE' && !own && <Revoke id={id} computer={computer} />}
      </div>
    </>
  )
}

function Facts({ workstation }: Props) {
  const { t } = useTranslation('workstations')
  const { time } = useBranchTime()
  const { branch, login, build, address, enrolledAt, rotatedAt, endedAt, endedBy, status } = workstation
  const shown = [
    [t('seen'), seenText(workstation, t, time)],
    [t('address'), address],
    [t('build'), build],
    [t('branch'), branch],
    [t('enrolled'), enrolledAt === null ? null : time(enrolledAt)],
    [t('rotated'), status !== 'ACTIVE' || rotatedAt === null ? null : time(rotatedAt)],
    [t('ended'), endedAt === null ? null : time(endedAt)],
    [t('endedBy'), endedBy],
    [t('login'), login],
  ] as const
  return (
    <dl className={classes(facts.facts, facts.onePerLine)}>
      {shown.map(([label, value]) =>
        value === null ? null : (
          <Fact key={label} label={label}>
            {value === login || value === address || value === build ? (
              <Identifier>{value}</Identifier>
            ) : (
              <bdi>{value}</bdi>
            )}
          </Fact>
        ),
      )}
    </dl>
  )
}

function Revoke({ id, computer }: { readonly id: string; readonly computer: string }) {
  const { t } = useTranslation('workstations')
  const { run, busy, failure } = useCall('workstations.revoke')
  const revoke = async () => {
    const answer = await run({ workstationId: id })
    if (answer?.ok === true) announce(t('revoked', { computer }))
  }
  return (
    <>
      <Confirm
        danger
        label={t('revoke')}
        question={t('revokeQuestion', { computer })}
        cancelLabel={t('keep')}
        busy={busy}
        onConfirm={() => void revoke()}
      />
      <FailureNote failure={failure} />
    </>
  )
}
