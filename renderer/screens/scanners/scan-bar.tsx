import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COLOURS, SOURCES, type ScannerView } from '../../../shared/contract/scanners.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { lastChoice, offeredBy, possibleChoice, rememberChoice, type ScanChoice } from './scan-choice.ts'
import type { ScanState } from './use-scan.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './scan-panel.module.css'

type Props = {
  readonly scanners: readonly ScannerView[]
  readonly scan: ScanState
  readonly onManage: () => void
}

const KEY = 'Ctrl+D'

/** With which scanner, from where and how; what was chosen last is chosen again. */
export function ScanBar({ scanners, scan, onManage }: Props) {
  const { t } = useTranslation('scanners')
  const [wanted, setWanted] = useState(lastChoice)
  const choice = possibleChoice(scanners, wanted)
  const offered = offeredBy(
    scanners.find(({ id }) => id === choice?.scannerId),
    choice,
  )
  const run = () => {
    if (choice === null) return
    rememberChoice(choice)
    scan.scan(choice)
  }
  useKeys({ [KEY]: { label: t('scan'), run, disabled: scan.busy } })
  if (choice === null || offered === null) return null
  const set = (part: Partial<ScanChoice>) => setWanted({ ...choice, ...part })
  return (
    <div className={styles.controls}>
      <Select
        label={t('scanner')}
        className={styles.scanner}
        data={scanners.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.scannerId}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(scannerId) => scannerId !== null && set({ scannerId })}
      />
      <SourceChoice scanners={scanners} choice={choice} onChoose={set} />
      <Select
        label={t('colour')}
        className={styles.colour}
        data={COLOURS.filter((each) => offered.colours.includes(each)).map((value) => ({
          value,
          label: t(`colours.${value}`),
        }))}
        value={choice.colour}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(value) => set({ colour: value === 'GREY' ? 'GREY' : 'COLOUR' })}
      />
      {offered.resolutions.length > 0 && (
        <Select
          label={t('dpi')}
          className={styles.dots}
          data={offered.resolutions.map((dpi) => ({ value: String(dpi), label: t('dots', { dpi }) }))}
          value={String(choice.dpi)}
          allowDeselect={false}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(value) => set({ dpi: Number(value) })}
        />
      )}
      <div className={classes(layout.sideBySide, styles.actions)}>
        <BusyButton variant="default" onClick={onManage} unavailable={scan.busy}>
          {t('manage')}
        </BusyButton>
        <BusyButton keys={KEY} busy={scan.busy} onClick={run}>
          {t('scan')}
        </BusyButton>
      </div>
    </div>
  )
}

type SourceProps = {
  readonly scanners: readonly ScannerView[]
  readonly choice: ScanChoice
  readonly onChoose: (part: Partial<ScanChoice>) => void
}

function SourceChoice({ scanners, choice, onChoose }: SourceProps) {
  const { t } = useTranslation('scanners')
  const scanner = scanners.find(({ id }) => id === choice.scannerId)
  const possible = SOURCES.filter((each) => scanner?.sources.some(({ source }) => source === each))
  if (possible.length < 2) return null
  return (
    <SegmentedControl
      aria-label={t('source')}
      value={choice.source}
      onChange={(value) => onChoose({ source: SOURCES.find((each) => each === value) ?? choice.source })}
      data={possible.map((value) => ({ value, label: t(`sources.${value}`) }))}
    />
  )
}
