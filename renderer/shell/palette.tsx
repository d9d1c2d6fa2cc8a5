import { Combobox, Kbd, Modal, TextInput, useCombobox, type ComboboxStore } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keyboard/use-keys.ts'
import { PaletteFoot, PaletteResults } from './palette-results.tsx'
import { usePaletteGroups } from './use-palette-groups.ts'
import styles from './palette.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onLock: () => void }

/** Ctrl+K: finds a customer, an account, a screen or an action, and does it. */
export function Palette({ opened, onClose, onLock }: Props) {
  const { t } = useTranslation('shell')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      lockScroll={false}
      size={640}
      radius={8}
      yOffset={96}
      shadow="none"
      padding={0}
      returnFocus={false}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      overlayProps={{ backgroundOpacity: 0.4, color: '#0C121B' }}
      transitionProps={{ duration: 0 }}
    >
      {opened && <PaletteBody onClose={onClose} onLock={onLock} />}
    </Modal>
  )
}

function PaletteBody({ onClose, onLock }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('shell')
  const [query, setQuery] = useState('')
  // At once, and not when the modal gets round to it: the first letters would go into the field behind.
  const field = useRef<HTMLInputElement>(null)
  useBorrowedFocus(field)
  const combobox = useCombobox({ opened: true })
  const { groups, searching, unknown } = usePaletteGroups(query, onLock)
  const close = { label: t('close'), run: onClose }
  // The combobox keeps Escape from the modal, so it is bound here.
  useKeys({ 'Ctrl+K': close, Escape: { ...close, quiet: true } }, { modal: true })
  useFirstSelected(combobox, groups[0]?.items[0]?.id, query)
  const submit = (id: string) => {
    const item = groups.flatMap(({ items }) => items).find((candidate) => candidate.id === id)
    onClose()
    item?.run()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          ref={field}
          className={styles.search}
          data-autofocus
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          autoComplete="off"
          leftSectionWidth={48}
          leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
          rightSectionWidth={64}
          rightSection={<Kbd aria-hidden>Esc</Kbd>}
        />
      </Combobox.EventsTarget>
      <PaletteResults groups={groups} query={query} searching={searching} unknown={unknown} />
      <PaletteFoot
        count={unknown === null ? groups.reduce((sum, { items }) => sum + items.length, 0) : null}
      />
    </Combobox>
  )
}

/** Takes the focus, and gives it back to where it was unless it has gone elsewhere by then. The modal would give it to its own field, which it takes for the place before. */
function useBorrowedFocus(field: RefObject<HTMLInputElement | null>) {
  useLayoutEffect(() => {
    const input = field.current
    const before = document.activeElement
    input?.focus()
    return () => {
      if (document.activeElement === input && before instanceof HTMLElement) before.focus()
    }
  }, [field])
}

/** When the typed text or the first result changes, the selection goes back to the top. */
function useFirstSelected({ selectFirstOption }: ComboboxStore, first: string | undefined, query: string) {
  useEffect(() => {
    if (first !== undefined || query === '') selectFirstOption()
  }, [first, query, selectFirstOption])
}
