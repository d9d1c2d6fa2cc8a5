import { CloseButton, Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keyboard/use-keys.ts'
import { keyCaption, mergedKeys, useKeyLayers, type KeyBinding } from '../keyboard/keys.ts'
import styles from './help.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** F1: every key that works on this screen, including those that the key bar leaves out. */
export function Help({ opened, onClose }: Props) {
  const { t } = useTranslation('shell')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      closeOnEscape={false}
      attributes={{ content: { 'aria-label': t('helpTitle') } }}
      lockScroll={false}
      size={520}
      radius={8}
      shadow="none"
      transitionProps={{ duration: 0 }}
    >
      {opened && <Keys onClose={onClose} />}
    </Modal>
  )
}

function Keys({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useTranslation('shell')
  const layers = useKeyLayers((state) => state.layers)
  const close = { label: t('close'), run: onClose }
  // Bound here, because a modal that closes itself by Escape is gone before the key reaches the screen, which then leaves too.
  useKeys({ F1: close, Escape: { ...close, quiet: true } }, { modal: true })
  const ofScreen = mergedKeys(layers.filter(({ everywhere, modal }) => !everywhere && !modal))
  const ofFrame = [...mergedKeys(layers.filter(({ everywhere }) => everywhere))]
  const withEscape = ofScreen.has('Escape') || ofFrame.some(([name]) => name === 'Escape')
  return (
    <>
      <div className={styles.head}>
        <h2>{t('helpTitle')}</h2>
        <CloseButton aria-label={t('close')} onClick={onClose} data-autofocus />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('helpKey')}</th>
            <th scope="col">{t('helpDoes')}</th>
          </tr>
        </thead>
        <tbody>
          <Rows bindings={[...ofScreen]} />
          <tr>
            <th scope="colgroup" colSpan={2}>
              {t('helpAnywhere')}
            </th>
          </tr>
          <Rows bindings={ofFrame.filter(([name]) => !ofScreen.has(name))} />
          <Row name="Enter" label={t('helpAnywhereRows.enter')} />
          <Row name="↑ ↓" label={t('helpAnywhereRows.arrows')} />
          {!withEscape && <Row name="Escape" label={t('helpAnywhereRows.escape')} />}
        </tbody>
      </table>
    </>
  )
}

type RowsProps = { readonly bindings: readonly (readonly [string, KeyBinding])[] }

const Rows = ({ bindings }: RowsProps) =>
  bindings.map(([name, { label, disabled }]) => (
    <Row key={name} name={name} label={label} off={disabled === true} />
  ))

type RowProps = { readonly name: string; readonly label: string; readonly off?: boolean }

/** A key that does nothing now is listed all the same, and says so. */
function Row({ name, label, off = false }: RowProps) {
  const { t } = useTranslation('shell')
  return (
    <tr data-off={off || undefined}>
      <td>
        <Kbd>{keyCaption(name)}</Kbd>
      </td>
      <td>{off ? t('helpOff', { what: label }) : label}</td>
    </tr>
  )
}
