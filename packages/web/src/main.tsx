import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import './ui/tokens.css'
import './ui/text.css'
import './ui/frame.css'
import './ui/lists.css'
import './ui/forms.css'
import { queryClient } from './api/queries.ts'
import { registerWorker } from './register-worker.ts'
import { router } from './routes.tsx'
import { applyTextSize, readTextSize } from './ui/text-size.ts'

applyTextSize(readTextSize())
registerWorker()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
