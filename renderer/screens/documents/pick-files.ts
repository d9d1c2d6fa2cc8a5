import { createContext } from 'react'

/** Opens the dialog in which files are chosen. */
export const PickFiles = createContext<() => void>(() => {})
