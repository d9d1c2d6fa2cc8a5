import { isEastAsian, type Script, SCRIPTS } from '../../shared/scripts.ts'
import type { FailureDetails } from '../../shared/result.ts'
import { i18n } from '../i18n/i18n.ts'

/** What this computer cannot print, and what it needs; null where that is not said. */
export function lettersMessage({ letters, scripts = '', system }: FailureDetails): string | null {
  const named = SCRIPTS.filter((script) => scripts.split(',').includes(script))
  if (letters === undefined || named.length === 0) return null
  const text = i18n.t('printers:letters.text', {
    letters,
    scripts: named.map((script) => i18n.t(`printers:letters.scripts.${script}`)).join(', '),
  })
  const known = named.filter((script) => script !== 'OTHER')
  if (known.length === 0) return `${text} ${i18n.t('printers:letters.noFont')}`
  return [text, ...fontsFor(known, system), i18n.t('printers:letters.hint')].join(' ')
}

function fontsFor(known: readonly Script[], system: string | undefined): string[] {
  if (system === 'win32') return [i18n.t('printers:letters.onWindows')]
  if (system === 'darwin') return [i18n.t('printers:letters.onMac')]
  return [
    ...(known.some(isEastAsian) ? [i18n.t('printers:letters.onLinuxEastAsian')] : []),
    ...(known.every(isEastAsian) ? [] : [i18n.t('printers:letters.onLinux')]),
  ]
}
