import { ActionIcon, Tooltip, type ButtonProps } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../../components/busy-button.tsx'
import { keyCaption } from '../../../keyboard/keys.ts'
import { useKeys } from '../../../keyboard/use-keys.ts'
import { PaperPreview } from './paper-preview.tsx'
import type { PreviewedPaper } from './use-preview.ts'

type Props = Pick<ButtonProps, 'fullWidth'> & {
  readonly paper: PreviewedPaper
  /** Null where no printer is chosen for it. */
  readonly onPrint: (() => void) | null
  readonly onSave: () => void
  readonly unavailable?: boolean
  /** Its picture alone, where another button beside it has the room. */
  readonly small?: boolean
}

const KEY = 'Ctrl+Shift+P'

/** Opens the preview of a paper, beside the buttons that print and save it, and by its key. */
export function PreviewButton({
  paper,
  onPrint,
  onSave,
  unavailable = false,
  small = false,
  ...look
}: Props) {
  const { t } = useTranslation('printers')
  const [opened, setOpened] = useState(false)
  const open = () => setOpened(true)
  useKeys({ [KEY]: { label: t('preview.open'), run: open, disabled: unavailable, minor: true } })
  return (
    <>
      {small ? (
        <SmallButton onClick={open} />
      ) : (
        <BusyButton
          {...look}
          variant="default"
          keys={KEY}
          unavailable={unavailable}
          leftSection={<IconFileSearch size={16} aria-hidden />}
          onClick={open}
        >
          {t('preview.open')}
        </BusyButton>
      )}
      <PaperPreview
        paper={paper}
        opened={opened}
        onClose={() => setOpened(false)}
        onPrint={onPrint}
        onSave={onSave}
      />
    </>
  )
}

/** As high as the large buttons beside it. */
const HEIGHT = 48

function SmallButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('printers')
  return (
    <Tooltip label={`${t('preview.open')} (${keyCaption(KEY)})`} transitionProps={{ duration: 0 }}>
      <ActionIcon variant="default" size={HEIGHT} aria-label={t('preview.open')} onClick={onClick}>
        <IconFileSearch size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
