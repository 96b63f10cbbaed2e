// Every component in its states, for the eye and for axe. Served by the development server at /ui/gallery.html only; the
// build knows nothing of it.
// First of all: it sets the order of the layers.
import './tokens.css'
import './base.css'
import './fonts.css'
import './document-fonts.css'
import './print.css'
import './gallery.css'
import { createRoot } from 'react-dom/client'
import { startAppearance } from '#web/platform/appearance.ts'
import { LanguageProvider, readLanguage } from '#web/platform/language.tsx'
import { ButtonShelf, ChoiceShelf, FileShelf, InputShelf } from './gallery-forms.tsx'
import { TableShelf } from './gallery-lists.tsx'
import { BadgeShelf, OverlayShelf, StateShelf, TypeShelf } from './gallery-states.tsx'
import { DiffShelf, TreeShelf } from './gallery-trees.tsx'
import { ToastProvider } from './toast.tsx'

startAppearance()

const place = document.getElementById('page')
if (place === null) throw new Error('gallery.html has no place for the page')
createRoot(place).render(
  <LanguageProvider language={readLanguage()}>
    <ToastProvider>
      <main className="gallery">
        <TypeShelf />
        <ButtonShelf />
        <InputShelf />
        <ChoiceShelf />
        <FileShelf />
        <BadgeShelf />
        <TableShelf />
        <TreeShelf />
        <OverlayShelf />
        <StateShelf />
        <DiffShelf />
      </main>
    </ToastProvider>
  </LanguageProvider>,
)
