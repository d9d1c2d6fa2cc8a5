import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof en
    enableSelector: false
  }
}

/** The catalogues are bundled, so there is nothing to wait for: text is there at the first paint. */
export const i18n = createInstance()

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(en),
  defaultNS: 'shell',
  resources: { en },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
})
