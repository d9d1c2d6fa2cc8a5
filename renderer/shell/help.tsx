import { CloseButton, Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keyboard/use-keys.ts'
import { keyCaption, useKeyLayers, type KeyLayer } from '../keyboard/keys.ts'
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
  useKeys({ F1: { label: t('close'), run: onClose } }, { modal: true })
  const ofScreen = layers.filter(({ everywhere, modal }) => !everywhere && !modal)
  const ofFrame = layers.filter(({ everywhere }) => everywhere)
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
          {ofScreen.map((layer) => (
            <Rows key={layer.id} layer={layer} />
          ))}
          <tr>
            <th scope="colgroup" colSpan={2}>
              {t('helpAnywhere')}
            </th>
          </tr>
          {ofFrame.map((layer) => (
            <Rows key={layer.id} layer={layer} />
          ))}
          <Row name="Enter" label={t('helpAnywhereRows.enter')} />
          <Row name="↑ ↓" label={t('helpAnywhereRows.arrows')} />
          <Row name="Escape" label={t('helpAnywhereRows.escape')} />
        </tbody>
      </table>
    </>
  )
}

const Rows = ({ layer }: { readonly layer: KeyLayer }) =>
  Object.entries(layer.bindings).map(([name, { label }]) => <Row key={name} name={name} label={label} />)

function Row({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <tr>
      <td>
        <Kbd>{keyCaption(name)}</Kbd>
      </td>
      <td>{label}</td>
    </tr>
  )
}
