import { useState } from 'react'

/** Which row of a list is chosen, by its id, and what was done with the last one: it is said until another is chosen. */
export function useChosen() {
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const choose = ({ id }: { readonly id: string }) => {
    setSaid(null)
    setChosen(id)
  }
  const leave = (message: string | null = null) => {
    setSaid(message)
    setChosen(null)
  }
  return { chosen, choose, said, leave }
}
