import type { ReactNode } from 'react'

/** The head of the screen, with the choice of the view, which each view draws above its first column. */
export type ViewProps = { readonly header: ReactNode }
