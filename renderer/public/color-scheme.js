// Runs before the first paint, so that the dark theme does not begin with a white flash. The key is that of Mantine's colour scheme manager.
const chosen = localStorage.getItem('corex-color-scheme') ?? 'auto'
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
const scheme = chosen === 'auto' ? (prefersDark ? 'dark' : 'light') : chosen
document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
