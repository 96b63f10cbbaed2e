import type { LocalDate } from '#domain/basics/dates.ts'
import { AlterDialog } from './alter-dialog.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { DissolveDialog } from './dissolve-dialog.tsx'
import type { Act } from './filter.ts'
import { FoundDialog } from './found-dialog.tsx'
import { IssuerDialog } from './issuer-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { SupervisionDialog } from './supervision-dialog.tsx'
import type { UnitPage } from './unit-detail-view.tsx'

export type ActDialogProps = {
  page: UnitPage /** The day looked at. */
  asOf: LocalDate
  onClose: () => void
}

export function ActDialog({ act, ...props }: ActDialogProps & { act: Act }) {
  switch (act) {
    case 'found':
      return <FoundDialog {...props} />
    case 'rename':
      return <RenameDialog {...props} />
    case 'alter':
      return <AlterDialog {...props} />
    case 'move':
      return <MoveDialog {...props} />
    case 'split':
      return <SplitDialog {...props} />
    case 'dissolve':
      return <DissolveDialog {...props} />
    case 'contact':
      return <ContactDialog {...props} />
    case 'issuer':
      return <IssuerDialog {...props} />
    case 'supervision':
      return <SupervisionDialog {...props} />
  }
}
