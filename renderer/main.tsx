import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './styles/theme-variables.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/columns.css'
import './styles/table.css'
import './styles/forms.css'
import './styles/gates.css'
import './styles/viewer.css'
import './styles/customers.css'
import './styles/accounts.css'
import './styles/palette.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
