// Before all code that may use what it adds.
// oxlint-disable-next-line import/no-unassigned-import -- it adds to arrays and has nothing to give
import './platform/older-browsers.ts'
// Before all other styles: it sets the order of the layers.
import './ui/tokens.css'
import './ui/base.css'
import './ui/fonts.css'
import './ui/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startAppearance } from './platform/appearance.ts'
import { makeQueryClient } from './platform/data.ts'
import { askForSession } from './platform/frame-data.ts'
import { KeyboardProvider } from './platform/keyboard.tsx'
import { LanguageProvider, readLanguage } from './platform/language.tsx'
import { followLinks } from './platform/routing.tsx'
import { outside, screens } from './routes.tsx'
import { makeRouter } from './shell/router.tsx'
import { ToastProvider } from './ui/toast.tsx'

startAppearance()
const language = readLanguage()
document.documentElement.lang = language

const router = makeRouter(screens, outside)
const queries = makeQueryClient()
followLinks(router)
if (!Object.hasOwn(outside, window.location.pathname)) askForSession(queries)

const place = document.getElementById('page')
if (place === null) throw new Error('index.html has no place for the page')
createRoot(place).render(
  <StrictMode>
    <LanguageProvider language={language}>
      <QueryClientProvider client={queries}>
        <KeyboardProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </KeyboardProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
