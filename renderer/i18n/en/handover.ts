/** Handing a temporary password over. */
export const handover = {
  once: 'Shown only now',
  text: 'Hand it to {{name}} in person. It must be changed at the first sign-in.',
  copy: 'Copy the password',
  copied: 'Copied',
  selected: 'Marked. Copy it with Ctrl+C.',
  done: 'Done',
} as const
