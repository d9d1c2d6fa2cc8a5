// Runs before the first paint, so that nobody at a dark counter is met by a white flash. The key is Mantine's manager's.
const chosen = localStorage.getItem('corex-color-scheme') ?? 'auto'
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
const scheme = chosen === 'auto' ? (prefersDark ? 'dark' : 'light') : chosen
document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
