import type { TFunction } from 'i18next'
import { type DocumentType, sideOf } from '../../../../shared/rules/documents.ts'

/** What the page that comes next will be called, counted from 0. */
export function nextWords(t: TFunction<'documents'>, type: DocumentType, at: number): string {
  const side = sideOf(type, at)
  if (side === 'OTHER' || sideOf(type, 1) !== 'BACK') return t('pages.page', { page: at + 1 })
  return t(side === 'FRONT' ? 'pages.front' : 'pages.back')
}

/** What a page of a document is called, counted from 0: the sides of a card by their names, other pages by their number. */
export function sideWords(t: TFunction<'documents'>, type: DocumentType, at: number, of: number): string {
  const isCard = sideOf(type, 1) === 'BACK'
  if (isCard && at === 0) return t('pages.front')
  return sideOf(type, at) === 'BACK' ? t('pages.back') : t('pages.pageOf', { page: at + 1, pages: of })
}
